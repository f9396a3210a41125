-- Prepaid cards. A card's number is in the vault, under the card; here is its keyed mark alone.
create table card (
    id uuid primary key,
    citizen_id uuid not null,
    state varchar(10) not null,
    mark varchar(64) not null unique,
    open_for uuid unique, -- the citizen, as long as it is not blocked: one of a kind a person
    ordered_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    blocked_for varchar(10)
);
create index card_citizen on card (citizen_id, ordered_at);
create index card_state on card (state, ordered_at, id);
