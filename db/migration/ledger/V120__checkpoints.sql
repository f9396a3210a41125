-- Checkpoints that were signed, one a size; each is stored before anybody sees it.
create table ledger_checkpoint (
    size      bigint primary key,
    root      bytea not null,
    note      varchar(4000) not null,
    signed_at timestamp with time zone not null
);

-- The public half of the key that signs this ledger, base 64: it does not start with another one.
create table ledger_signer (
    id         integer primary key check (id = 1),
    public_key varchar(64) not null
);
