-- Whose holder left for good: nothing comes into it any more.
alter table money_wallet add column closed boolean default false not null;
