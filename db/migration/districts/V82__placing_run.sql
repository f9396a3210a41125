-- How far businesses have been assigned after the districts were replaced; the newest run counts.
create table placing_run (
    version     integer primary key,
    begins_at   timestamp with time zone not null,
    after_id    uuid not null,
    seen        integer not null,
    changed     integer not null,
    finished_at timestamp with time zone
);
