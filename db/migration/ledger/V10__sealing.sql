-- What the sealer files an entry under, and since when it waits. Gone with the seal.
alter table ledger_pending add column at timestamp with time zone not null default current_timestamp;
alter table ledger_pending add column business_day date not null default current_date;
alter table ledger_pending add column terms text not null default '';

-- Where to find entries: one row a term and entry, newest first by the key alone.
create table ledger_term (
    term         varchar(140) not null,
    seq          bigint not null,
    business_day date not null,
    primary key (term, seq)
);

-- Between which numbers the entries of a day lie, so that a list of one day reads only there.
create table ledger_day (
    business_day date primary key,
    first_seq    bigint not null,
    last_seq     bigint not null
);
