-- What a subject can be found by: a value, or parts of several together, each as a keyed hash.
create table vault_mark (
    subject varchar(64) not null references vault_key (subject),
    field   varchar(64) not null,
    mark    bytea not null,
    primary key (subject, field)
);
insert into vault_mark (subject, field, mark)
    select subject, field, blind_index from vault_value where blind_index is not null;
create index vault_mark_by_mark on vault_mark (field, mark);

drop index vault_value_by_blind_index;
alter table vault_value drop column blind_index;
