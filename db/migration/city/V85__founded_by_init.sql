-- Every city before this was the invented one of the demonstration.
alter table city_profile add column demo boolean default true not null;

-- Codes of the languages that pages are offered in, by commas; the first one is the default.
alter table city_profile add column languages varchar(40) default 'ko,en' not null;
