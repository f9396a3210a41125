-- Passkeys (WebAuthn level 3, section 4 "credential record"): the public half, nothing secret.
create table passkey (
    credential_id  varchar(1400) primary key,
    account_id     uuid not null references account (id),
    public_key     bytea not null,
    attestation    bytea not null,
    client_data    bytea not null,
    transports     varchar(200) not null,
    user_verified  boolean not null,
    backup_able    boolean not null,
    made_at        timestamp with time zone not null
);
create index passkey_by_account on passkey (account_id);

-- How often each was used, by its own count, which a copied one would contradict.
create table passkey_use (
    credential_id   varchar(1400) primary key references passkey (credential_id),
    signature_count bigint not null,
    backed_up       boolean not null,
    last_used       timestamp with time zone not null
);
