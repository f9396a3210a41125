-- What a shop is to give back and had not when it was asked for: taken from its next sales.
create table refund_owed (
    id       uuid primary key,
    -- Whoever asks twice with one key gets the first answer.
    once_key varchar(120) not null unique,
    asked    bigint not null check (asked > 0),
    payment  uuid not null references money_transfer (id),
    merchant varchar(64) not null,
    amount   bigint not null check (amount > 0 and amount <= asked),
    owed     bigint not null check (owed >= 0 and owed <= amount),
    at       timestamp with time zone not null
);
create index refund_owed_by_payment on refund_owed (payment);
create index refund_owed_by_merchant on refund_owed (merchant, owed);
