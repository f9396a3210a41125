-- Papers people sent in, checked and cleaned, each sealed under its subject's key.
create table vault_file (
    id        uuid primary key,
    subject   varchar(64) not null references vault_key (subject),
    kind      varchar(8) not null,
    size      integer not null,
    sealed    bytea not null,
    stored_at timestamp with time zone not null
);
create index vault_file_by_subject on vault_file (subject);
