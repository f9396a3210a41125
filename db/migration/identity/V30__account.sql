-- One row for each person who may sign in. What is personal about them is in the vault.
create table account (
    id        uuid primary key,
    staff     boolean not null,
    opened_at timestamp with time zone not null,
    closed_at timestamp with time zone
);

-- Sign-in with the portal's own authorization server; only a hash of the password is kept.
create table account_password (
    account_id uuid primary key references account (id),
    username   varchar(100) not null unique,
    hash       varchar(200) not null
);

-- Sign-in with another issuer; the subject there is kept as a keyed hash only.
create table account_link (
    issuer       varchar(300) not null,
    subject_hash varchar(64) not null,
    account_id   uuid not null references account (id),
    primary key (issuer, subject_hash)
);

-- Roles of staff: proposed by one administrator, granted by another, for at most twelve months.
create table account_role (
    id           uuid primary key,
    account_id   uuid not null references account (id),
    role         varchar(40) not null,
    until        timestamp with time zone not null,
    proposed_by  varchar(64) not null,
    proposed_at  timestamp with time zone not null,
    decided_by   varchar(64),
    decided_at   timestamp with time zone,
    granted      boolean not null default false,
    withdrawn_by varchar(64),
    withdrawn_at timestamp with time zone,
    version      integer not null default 0
);
create index account_role_by_account on account_role (account_id);
