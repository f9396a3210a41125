-- Public holidays. A day that is taken away stays with the moment at which it went.
create table city_holiday (
    holiday date not null,
    since   timestamp with time zone not null,
    name    varchar(100) not null,
    gone_at timestamp with time zone,
    primary key (holiday, since)
);
