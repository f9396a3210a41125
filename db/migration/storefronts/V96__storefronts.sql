-- What shops say of themselves: opening hours in the city's time, and photos cleaned and made small.
-- A closing time at or before the opening time is on the next morning.
create table storefront (
    merchant_id        uuid primary key references merchant (id),
    version            integer not null,
    rest_from          time,
    rest_until         time,
    closed_on_holidays boolean not null,
    check ((rest_from is null) = (rest_until is null))
);

create table storefront_hours (
    merchant_id uuid not null references storefront (merchant_id),
    weekday     integer not null check (weekday between 1 and 7),
    opens       time not null,
    closes      time not null,
    primary key (merchant_id, weekday)
);

create table storefront_photo (
    id          uuid primary key,
    merchant_id uuid not null references merchant (id),
    width       integer not null,
    height      integer not null,
    bytes       bytea not null,
    added_at    timestamp with time zone not null
);
create index storefront_photo_by_shop on storefront_photo (merchant_id, added_at, id);
