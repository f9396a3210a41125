-- A pending row carries all that its seal writes: salt, details and whom the entry concerns. The
-- transaction that records an entry thus writes two rows, and the sealer writes the others in bulk.
-- A row that waits since before this version has its opening and its subjects already: null here.
create table ledger_waiting (
    order_no     bigint generated always as identity primary key,
    entry_id     uuid not null,
    at           timestamp with time zone not null,
    business_day date not null,
    terms        varchar(30000) not null,
    salt         bytea,
    details      bytea
);
insert into ledger_waiting (entry_id, at, business_day, terms)
    select entry_id, at, business_day, cast(terms as varchar(30000)) from ledger_pending order by order_no;
drop table ledger_pending;
alter table ledger_waiting rename to ledger_pending;

-- Lists are read from ledger_term.
drop index ledger_subject_by_subject;

-- H2 keeps "text" as a large object.
alter table ledger_entry alter column kind set data type varchar(80);
