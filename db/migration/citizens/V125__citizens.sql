-- The register of citizens. What is personal about them is in the vault, under the citizen's id.
create table citizen (
    id            uuid primary key,
    account_id    uuid unique references account (id),
    registered_at timestamp with time zone not null,
    listed        boolean not null,
    district      varchar(40) not null,
    level         integer not null,
    email_at      timestamp with time zone,
    phone_at      timestamp with time zone,
    proven_at     timestamp with time zone,
    proven_by     varchar(8),
    -- Keyed hashes: one proven phone, and one person of the identity provider, is one citizen.
    phone_mark    varchar(64) unique,
    person_mark   varchar(64) unique,
    erased_at     timestamp with time zone,
    version       integer not null
);
create index citizen_by_registration on citizen (registered_at, id);
create index citizen_by_level on citizen (level, registered_at, id);
create index citizen_by_district on citizen (district, registered_at, id);

-- In which part of the city somebody lives or lived, from and up to which day.
create table citizen_residence (
    citizen_id uuid not null references citizen (id),
    district   varchar(40) not null,
    moved_in   date not null,
    moved_out  date,
    source     varchar(8) not null,
    primary key (citizen_id, moved_in)
);

-- Codes sent to an address to prove that one reads there; a row lasts minutes.
create table citizen_code (
    citizen_id uuid not null references citizen (id),
    channel    varchar(8) not null,
    mark       varchar(64) not null,
    address    varchar(64) not null,
    expires_at timestamp with time zone not null,
    tries      integer not null,
    primary key (citizen_id, channel)
);
