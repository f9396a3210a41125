-- Uploaded files, in pieces, until their rows are staged or the list is thrown away.
create table upload_piece (
    upload uuid not null,
    no     integer not null,
    bytes  bytea not null,
    primary key (upload, no)
);

-- One upload of one list: what the file is, how far its trial run or run has come, what came of it.
create table import_run (
    id         uuid primary key,
    no         bigint generated always as identity unique,
    target     varchar(64) not null,
    actor      varchar(64) not null,
    role       varchar(32) not null,
    file_name  varchar(255) not null,
    bytes      bigint not null,
    sha256     varchar(64) not null,
    encoding   varchar(16) not null,
    delimiter  varchar(1) not null,
    header     text not null,
    samples    text not null,
    lines      bigint not null,
    row_total  bigint not null,
    created_at timestamp with time zone not null,

    state      varchar(16) not null,
    columns    text not null,
    source     varchar(200) not null,
    -- The line after which the next batch begins, and how many rows are behind it.
    at_line    bigint not null,
    at_row     bigint not null,
    trial      text not null,
    done       text not null,
    parked     boolean not null,
    ended_at   timestamp with time zone
);
create index import_run_by_state on import_run (state, no);
create index import_run_by_file on import_run (sha256, target);

-- The rows of a list, staged; of what became of each, the trial's word until the run has its own.
create table import_row (
    run_id uuid not null references import_run (id),
    line   bigint not null,
    cells  text not null,
    item   uuid,
    shared uuid,
    sharer uuid,
    kind   varchar(12),
    told   boolean not null,
    notes  text not null,
    primary key (run_id, line)
);
create index import_row_by_item on import_row (run_id, item, line);
create index import_row_by_shared on import_row (run_id, shared, sharer);
create index import_row_by_kind on import_row (run_id, kind, line);
create index import_row_by_told on import_row (run_id, told, line);
