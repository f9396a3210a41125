-- A list may say of a merchant that it is closed; that is for an official to decide about.
alter table merchant add column list_closed boolean default false not null;

-- A business number is kept in the vault; on lists it only makes the source key.
alter table merchant drop column number_index;
