-- Businesses of the city: listed from an open list, or merchants. Public data only.
-- sort_name and search_text are name and address in one spelling (NFC, lower case, no blanks).
create table merchant (
    id            uuid primary key,
    version       integer not null,
    status        varchar(12) not null,
    status_reason varchar(40),
    status_at     timestamp with time zone not null,
    name          varchar(100) not null,
    category      varchar(40) not null,
    category_text varchar(100),
    district      varchar(40),
    road_address  varchar(200),
    lot_address   varchar(200),
    postcode      varchar(10),
    phone         varchar(40),
    latitude      double precision,
    longitude     double precision,
    closed_on     date,
    source        varchar(60),
    source_key    varchar(64) unique,
    number_index  varchar(64) unique,
    listed_at     timestamp with time zone not null,
    sort_name     varchar(100) not null,
    search_text   varchar(520) not null,
    check ((latitude is null) = (longitude is null))
);

-- The finder reads this index alone: it is in the order of the page and holds what is searched.
create index merchant_finder
    on merchant (sort_name, id, status, district, category, search_text);

-- Who works in a shop, and as what; account is the account's public id.
create table merchant_member (
    merchant_id uuid not null references merchant (id),
    account     varchar(64) not null,
    membership  varchar(8) not null,
    since       timestamp with time zone not null,
    primary key (merchant_id, account)
);
create index merchant_member_by_account on merchant_member (account, merchant_id);
