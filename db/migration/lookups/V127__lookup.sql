-- An official gave a reason to look at a citizen, who is open to that official until then.
create table lookup (
    id         uuid primary key,
    citizen_id uuid not null,
    official   varchar(64) not null,
    role       varchar(40) not null,
    reason     varchar(40) not null,
    namesake   boolean not null,
    opened_at  timestamp with time zone not null,
    open_until timestamp with time zone not null
);
create index lookup_by_official on lookup (official, citizen_id, open_until);
create index lookup_by_time on lookup (opened_at, id);

-- An auditor went through the look-ups of a month.
create table lookup_review (
    of_month    varchar(7) not null,
    reviewed_by varchar(64) not null,
    reviewed_at timestamp with time zone not null,
    lookups     integer not null,
    primary key (of_month, reviewed_by)
);
