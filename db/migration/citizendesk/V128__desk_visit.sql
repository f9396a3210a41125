-- Who waits at a desk to have their identity checked.
create table desk_visit (
    no         bigint generated always as identity primary key,
    citizen_id uuid not null,
    asked_at   timestamp with time zone not null,
    ended_at   timestamp with time zone,
    outcome    varchar(12)
);
create index desk_visit_by_end on desk_visit (ended_at, no);
create index desk_visit_by_citizen on desk_visit (citizen_id);
