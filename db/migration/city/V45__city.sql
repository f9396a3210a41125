-- Settings of the city. A change is a new version of its row; the newest one counts.
create table city_profile (
    version     integer primary key,
    id          uuid not null,
    name        varchar(40) not null,
    name_en     varchar(80) not null,
    currency    varchar(40) not null,
    currency_en varchar(80) not null,
    emblem      varchar(200) not null,
    since       timestamp with time zone not null
);

create table city_district (
    code     varchar(40) not null,
    version  integer not null,
    name     varchar(40) not null,
    name_en  varchar(80) not null,
    position integer not null,
    since    timestamp with time zone not null,
    primary key (code, version)
);

-- excluded_for: codes of the kinds of money that shops of this category may not accept, by commas.
-- list_names: what open lists call this category, by commas.
create table city_category (
    code         varchar(40) not null,
    version      integer not null,
    name         varchar(40) not null,
    name_en      varchar(80) not null,
    position     integer not null,
    excluded_for varchar(200) not null,
    list_names   varchar(2000) not null,
    since        timestamp with time zone not null,
    primary key (code, version)
);
