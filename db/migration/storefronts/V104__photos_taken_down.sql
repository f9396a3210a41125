-- Photos that officials took down: when and why, for the owner to read. No picture is kept.
create table storefront_taken_photo (
    photo_id    uuid primary key,
    merchant_id uuid not null references merchant (id),
    reason      varchar(16) not null,
    taken_at    timestamp with time zone not null
);
create index storefront_taken_photo_by_shop on storefront_taken_photo (merchant_id, taken_at, photo_id);
