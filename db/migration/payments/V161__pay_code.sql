-- The number on a shop's poster, by which people who pay find it.
create table pay_code (
    merchant_id uuid primary key references merchant (id),
    code        char(8) not null unique,
    given_at    timestamp with time zone not null
);
