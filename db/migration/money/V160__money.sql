-- Who holds value: a citizen (c-…), a shop (m-…), a fund (f:…), a right to issue (r:…), or a contra
-- account (x:…), which has no value of its own and may be below 0.
create table money_account (
    ref       varchar(64) primary key,
    kind      varchar(8) not null,
    opened_at timestamp with time zone not null
);

-- A citizen's wallet; its lots change only while its row here is locked. The last day on which the
-- citizen did something, and what they loaded, were given a bonus on and paid in its month, and paid
-- on it.
create table money_wallet (
    ref        varchar(64) primary key references money_account (ref),
    used_on    date not null,
    loaded     bigint not null check (loaded >= 0),
    discounted bigint not null check (discounted >= 0),
    paid_month bigint not null check (paid_month >= 0),
    paid_day   bigint not null check (paid_day >= 0)
);

-- What citizens hold, each with its terms. Nothing is ever added to a lot but what was taken from it.
create table money_lot (
    id         uuid primary key,
    account    varchar(64) not null references money_account (ref),
    kind       varchar(12) not null,
    -- Where it came from, and goes back to when it expires.
    fund       varchar(64) not null,
    -- How many ten-thousandths of it its holder paid for.
    paid       integer not null check (paid between 0 and 10000),
    -- The network of shops where alone it may be spent.
    network    varchar(40),
    cashable   boolean not null,
    issued_at  timestamp with time zone not null,
    expires_at timestamp with time zone,
    amount     bigint not null check (amount > 0),
    remaining  bigint not null check (remaining >= 0 and remaining <= amount)
);
create index money_lot_by_account on money_lot (account, remaining);
create index money_lot_by_end on money_lot (expires_at, id, remaining);

-- A fund, or a right to issue, in pieces, so that many can be given something at once.
create table money_slice (
    account   varchar(64) not null references money_account (ref),
    no        integer not null,
    remaining bigint not null check (remaining >= 0),
    primary key (account, no)
);

-- Movements that sum to 0, made once.
create table money_transfer (
    id        uuid primary key,
    kind      varchar(20) not null,
    -- Whoever asks twice with one key gets the first answer, if it was the same question.
    once_key  varchar(120) not null unique,
    question  varchar(200) not null,
    reference varchar(64),
    reverses  uuid references money_transfer (id),
    actor     varchar(64) not null,
    at        timestamp with time zone not null
);
create index money_transfer_by_reference on money_transfer (reference);
create index money_transfer_by_reversed on money_transfer (reverses);

create table money_movement (
    transfer uuid not null references money_transfer (id),
    no       integer not null,
    account  varchar(64) not null,
    lot      uuid,
    amount   bigint not null check (amount <> 0),
    at       timestamp with time zone not null,
    primary key (transfer, no)
);
create index money_movement_by_account on money_movement (account, at, transfer, no);
create index money_movement_by_lot on money_movement (lot);

-- How much one may load, be given a bonus on, hold and pay; by version.
create table money_limit (
    version       integer primary key,
    valid_from    timestamp with time zone not null unique,
    load_month    bigint not null check (load_month >= 0),
    bonus_month   bigint not null check (bonus_month >= 0),
    holding       bigint not null check (holding >= 0),
    payment       bigint not null check (payment >= 0),
    payment_day   bigint not null check (payment_day >= 0),
    payment_month bigint not null check (payment_month >= 0),
    variant       varchar(8) not null,
    rate          integer not null check (rate between 0 and 2000),
    months        integer not null check (months > 0)
);

-- What one officer asked for and another lets happen, as one text.
create table money_measure (
    id       uuid primary key,
    measure  varchar(400) not null,
    asked_by varchar(64) not null,
    asked_at timestamp with time zone not null,
    outcome  varchar(12) not null
);
