-- Sign-ins, failures and sign-outs. Failures of one hour from one place at one name are one row.
create table access_log (
    id      bigint generated always as identity primary key,
    at      timestamp with time zone not null,
    last_at timestamp with time zone not null,
    what    varchar(16) not null,
    who     varchar(64) not null,
    place   varchar(64) not null,
    times   integer not null,
    bucket  varchar(200) unique
);
create index access_log_by_who on access_log (who, id);
create index access_log_by_time on access_log (at);

-- How often something was tried in the present quarter of an hour.
create table access_limit (
    bucket varchar(100) primary key,
    ends   timestamp with time zone not null,
    tries  integer not null
);

-- Days whose access log was summed up in the ledger.
create table access_digest (
    business_day date primary key
);
