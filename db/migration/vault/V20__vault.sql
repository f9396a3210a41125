-- Which master key this database was made with: a fingerprint of it, never the key.
create table vault_master (
    id          integer primary key check (id = 1),
    fingerprint varchar(64) not null
);

-- Key material the portal keeps under a name, wrapped under the master key.
create table vault_secret (
    name    varchar(64) primary key,
    wrapped bytea not null
);

-- One data key a subject, wrapped under the master key; forgetting a subject empties it for good.
create table vault_key (
    subject      varchar(64) primary key,
    wrapped      bytea,
    destroyed_at timestamp with time zone
);

-- Personal values, each sealed under its subject's key and bound to subject and field.
create table vault_value (
    subject     varchar(64) not null references vault_key (subject),
    field       varchar(64) not null,
    sealed      bytea not null,
    blind_index bytea,
    primary key (subject, field)
);
create index vault_value_by_blind_index on vault_value (field, blind_index);
