-- How far a run has been taken back; and one row a target, locked by whoever is about to begin with it.
create table import_takeback (
    run_id    uuid primary key references import_run (id),
    total     bigint not null,
    added     bigint not null,
    changed   bigint not null,
    reopened  bigint not null,
    named     bigint not null,
    untouched bigint not null
);

create table import_turn (
    target varchar(64) primary key
);
