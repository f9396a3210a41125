-- What each list says about each business that it names, and which list counts for it. A list is known
-- by what officials call it, a business within it by its key; the facts are the list's own.
create table list_entry (
    source        varchar(100) not null,
    list_key      varchar(64) not null,
    merchant_id   uuid not null references merchant (id),
    -- LEADS: the business follows this entry. FOLLOWS: says nothing else, or nothing that matters.
    -- DIFFERS: contradicts, an official is to decide. YIELDS: decided, another list counts.
    stand         varchar(8) not null,
    version       integer not null,
    -- The import that wrote it last; null for what was listed before this was kept.
    run_id        uuid,
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
    closed        boolean not null,
    closed_on     date,
    sort_name     varchar(100) not null,
    primary key (source, list_key)
);
create index list_entry_by_key on list_entry (list_key);
create index list_entry_by_merchant on list_entry (merchant_id, source);
create index list_entry_by_stand on list_entry (stand, sort_name, source, list_key);

insert into list_entry (source, list_key, merchant_id, stand, version, name, category, category_text, district,
    road_address, lot_address, postcode, phone, latitude, longitude, closed, closed_on, sort_name)
select source, source_key, id, 'LEADS', 0, name, category, category_text, district,
    road_address, lot_address, postcode, phone, latitude, longitude, list_closed, closed_on, sort_name
from merchant where source is not null and source_key is not null;

alter table merchant drop column source_key;
-- As long as officials may call a list.
alter table merchant alter column source set data type varchar(100);

-- How a run found what it changed, so that it can be taken back; one row for each business and run.
create table list_image (
    run_id           uuid not null,
    list_key         varchar(64) not null,
    merchant_id      uuid not null references merchant (id),
    -- ADDED: was new. CHANGED: facts or state. GONE: closed because the list no longer named it.
    -- NAMED: only what the list says of it.
    what             varchar(8) not null,
    -- The versions that the run left: somebody was there since when they are others now.
    merchant_version integer not null,
    entry_version    integer not null,
    -- As they stood before, in JSON; null where there was nothing.
    merchant         varchar(4000),
    entry            varchar(4000),
    primary key (run_id, list_key)
);
create index list_image_by_merchant on list_image (merchant_id);
