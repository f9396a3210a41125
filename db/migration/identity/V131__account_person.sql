-- Which accounts are one person's: a keyed hash of what is one person's alone, by kind of it.
create table account_person (
    account_id uuid not null references account (id),
    kind       varchar(20) not null,
    mark       varchar(64) not null,
    primary key (account_id, kind)
);
create index account_person_by_mark on account_person (kind, mark);
