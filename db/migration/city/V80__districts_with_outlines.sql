-- The two number systems of districts, and when a version of a district ended; the one in force has no end.
alter table city_district add column ministry_code varchar(10);
alter table city_district add column kostat_code varchar(10);
alter table city_district add column until_at timestamp with time zone;

-- Files of outlines that were put into force; the newest counts.
create table city_outlines (
    version   integer primary key,
    since     timestamp with time zone not null,
    actor     varchar(64) not null,
    entry     uuid not null,
    file_name varchar(255) not null,
    bytes     bigint not null,
    sha256    varchar(64) not null,
    points    integer not null,
    districts integer not null
);

-- The shape of each district of a file, in WKB (longitude, latitude of WGS84).
create table city_outline (
    version  integer not null references city_outlines (version),
    code     varchar(40) not null,
    shape    bytea not null,
    primary key (version, code)
);
