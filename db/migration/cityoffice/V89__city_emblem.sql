-- Emblems the city has had, by the hash of their content, so that a browser may keep them for ever.
create table city_emblem (
    sha256 varchar(64) primary key,
    kind   varchar(8) not null,
    bytes  bytea not null,
    since  timestamp with time zone not null
);
