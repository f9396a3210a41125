-- Under which id a citizen was known before a list of residents was found to name them.
create table citizen_former (
    former     uuid primary key,
    citizen_id uuid not null references citizen (id)
);
create index citizen_former_by_citizen on citizen_former (citizen_id);

-- The newest of those whom a list of residents names, and of those who joined by themselves.
create index citizen_by_listing on citizen (listed, registered_at, id);
