-- What people are told in the portal. The sentence is made from key and arguments when it is read.
create table notice (
    id        bigint generated always as identity primary key,
    account   varchar(64) not null,
    text_key  varchar(100) not null,
    arguments varchar(1000) not null,
    href      varchar(200),
    at        timestamp with time zone not null,
    read_at   timestamp with time zone
);
create index notice_by_account on notice (account, id);
create index notice_by_unread on notice (account, read_at);

-- Mails and text messages on their way. Recipient and text are sealed, and emptied once sent.
create table message (
    id         uuid primary key,
    channel    varchar(8) not null,
    account    varchar(64),
    sealed     bytea,
    state      varchar(8) not null,
    tries      integer not null,
    next_at    timestamp with time zone not null,
    useless_at timestamp with time zone not null,
    made_at    timestamp with time zone not null,
    ended_at   timestamp with time zone
);
create index message_by_state on message (state, next_at);
create index message_by_account on message (account);
