-- What owners want to be said of their shops, and what was said when they asked; an officer decides.
-- What stays as it is is null.
create table shop_change (
    id           uuid primary key,
    merchant_id  uuid not null references merchant (id),
    state        varchar(12) not null,
    name         varchar(100),
    category     varchar(40),
    road_address varchar(200),
    was_name     varchar(100),
    was_category varchar(40),
    was_address  varchar(200),
    requested_by varchar(64) not null,
    requested_at timestamp with time zone not null,
    decided_by   varchar(64),
    decided_at   timestamp with time zone,
    reason       varchar(40),
    -- Set while the request waits: a shop has one at a time.
    open_shop    uuid unique
);
create index shop_change_by_state on shop_change (state, requested_at, id);
create index shop_change_by_shop on shop_change (merchant_id, requested_at, id);
