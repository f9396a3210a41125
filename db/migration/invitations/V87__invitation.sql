-- One-time links by which staff make their way to sign in; of the link itself only a hash is kept.
create table invitation (
    id         uuid primary key,
    account_id uuid not null references account (id),
    token_hash varchar(64) not null unique,
    made_at    timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at    timestamp with time zone,
    revoked_at timestamp with time zone
);
create index invitation_by_account on invitation (account_id);
