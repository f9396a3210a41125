-- Entries, as recorded. The leaf is stored as the exact public bytes and never serialised again.
create table ledger_entry (
    id        uuid primary key,
    kind      text not null,
    leaf      bytea not null,
    leaf_hash bytea not null
);

-- What opens a leaf: the salt, and the canonical details.
create table ledger_opening (
    entry_id uuid primary key references ledger_entry (id),
    salt     bytea not null,
    details  bytea not null
);

-- Whom an entry concerns ('about') and who acted ('by').
create table ledger_subject (
    entry_id uuid not null references ledger_entry (id),
    subject  varchar(64) not null,
    relation varchar(8) not null,
    primary key (entry_id, relation, subject)
);
create index ledger_subject_by_subject on ledger_subject (subject, entry_id);

-- Committed, not yet sealed. The order number is drawn as the last statement before commit.
create table ledger_pending (
    order_no bigint generated always as identity primary key,
    entry_id uuid not null unique references ledger_entry (id)
);

-- Sealed: dense numbers from 0, the chain, and through leaf_hash the tree.
create table ledger_leaf (
    seq        bigint primary key,
    entry_id   uuid not null unique references ledger_entry (id),
    leaf_hash  bytea not null,
    chain_hash bytea not null,
    sealed_at  timestamp with time zone not null
);

-- Hashes of complete subtrees: level 1 holds pairs of leaves, level 2 pairs of those, and so on.
create table ledger_node (
    level integer not null,
    idx   bigint not null,
    hash  bytea not null,
    primary key (level, idx)
);

-- One row: the newest state; its lock makes one sealer work at a time.
create table ledger_head (
    id         integer primary key check (id = 1),
    origin     text not null,
    size       bigint not null,
    chain_hash bytea not null,
    sealed_at  timestamp with time zone not null
);

-- How far each follower has come; its row is its lease.
create table ledger_follower (
    name      varchar(64) primary key,
    next_seq  bigint not null,
    parked_at timestamp with time zone,
    problem   text
);
