-- Forms that took effect, by the operation id minted when the form was rendered.
create table form_operation (
    id       uuid primary key,
    actor    varchar(64) not null,
    location varchar(500) not null,
    at       timestamp with time zone not null default current_timestamp
);
create index form_operation_by_age on form_operation (at);
