-- Rules about which shops may accept which money; the newest one that has begun counts.
create table eligibility_rules (
    version      integer primary key,
    noticed_on   date not null,
    from_at      timestamp with time zone not null,
    rules        varchar(20000) not null,
    made_by      varchar(64) not null,
    made_at      timestamp with time zone not null,
    withdrawn_at timestamp with time zone
);

-- What a shop declared to have sold in a year, in won; a later declaration of a year replaces it.
create table eligibility_turnover (
    merchant_id uuid not null references merchant (id),
    for_year    integer not null,
    won         bigint not null check (won >= 0),
    declared_at timestamp with time zone not null,
    primary key (merchant_id, for_year)
);

-- Groups of shops that rules may name, such as a market or a chain.
create table eligibility_network (
    code     varchar(40) primary key,
    name     varchar(40) not null,
    name_en  varchar(80) not null,
    made_at  timestamp with time zone not null
);

create table eligibility_network_shop (
    merchant_id uuid not null references merchant (id),
    network     varchar(40) not null references eligibility_network (code),
    since       timestamp with time zone not null,
    primary key (merchant_id, network)
);
