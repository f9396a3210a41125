-- Applications that are still being written, sealed whole; gone when submitted, or after 30 days.
create table application_draft (
    id         uuid primary key,
    author     varchar(64) not null,
    sealed     bytea not null,
    updated_at timestamp with time zone not null
);
create index application_draft_by_author on application_draft (author, updated_at);
create index application_draft_by_age on application_draft (updated_at);

create table application_draft_paper (
    id       uuid primary key,
    draft_id uuid not null references application_draft (id) on delete cascade,
    type     varchar(24) not null,
    kind     varchar(8) not null,
    size     integer not null,
    sealed   bytea not null,
    added_at timestamp with time zone not null
);
create index application_draft_paper_by_draft on application_draft_paper (draft_id, added_at);
