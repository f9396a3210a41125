-- What a newer file of a list was found to be, compared with what is known of the list: how many of the
-- known keys stand in it, and what an official said about those that do not. Staging, as import_row.
create table import_comparison (
    run_id   uuid primary key references import_run (id),
    at_key   varchar(64) not null,
    known    bigint not null,
    found    bigint not null,
    gone     bigint not null,
    closable bigint not null,
    closed   bigint not null,
    -- STAY or CLOSE.
    decision varchar(8) not null
);

create table import_gone (
    run_id   uuid not null references import_run (id),
    gone_key varchar(64) not null,
    title    varchar(420) not null,
    href     varchar(200) not null,
    -- OPEN: can be closed. KEPT: a merchant. ELSEWHERE: another list names it, or counts for it.
    fate     varchar(12) not null,
    handled  boolean not null,
    primary key (run_id, gone_key)
);
create index import_gone_by_title on import_gone (run_id, title, gone_key);
create index import_gone_by_fate on import_gone (run_id, fate, handled, gone_key);
