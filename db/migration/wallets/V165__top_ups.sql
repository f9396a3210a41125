-- What a citizen wants to load, as it was agreed on, until the bank says what became of it.
create table top_up_order (
    id         uuid primary key,
    citizen_id uuid not null,
    amount     bigint not null check (amount > 0),
    paid       bigint not null check (paid >= 0),
    given      bigint not null check (given >= 0),
    -- open, done, refused (the bank gives the money back) or cancelled (at the bank)
    state      varchar(10) not null,
    refusal    varchar(20),
    asked_at   timestamp with time zone not null,
    decided_at timestamp with time zone,
    transfer   uuid
);
create index top_up_order_by_citizen on top_up_order (citizen_id, asked_at, id);
