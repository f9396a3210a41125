-- What citizens report about shops, as officials work on it: all reports of one kind about one
-- shop that came in before somebody settled them. open_slot is true while the case is open and null
-- afterwards, so that the unique key lets one open case be, and any number of settled ones.
create table shop_report_case (
    id          uuid primary key,
    version     integer not null,
    merchant_id uuid not null references merchant (id),
    kind        varchar(10) not null,
    open_slot   boolean,
    opened_at   timestamp with time zone not null,
    reports     integer not null,
    newest_seen date not null,
    outcome     varchar(12),
    settled_at  timestamp with time zone,
    settled_by  varchar(64),
    unique (merchant_id, kind, open_slot),
    check (open_slot is null or open_slot),
    check ((open_slot is null) = (settled_at is not null)),
    check ((settled_at is null) = (outcome is null)),
    check ((settled_at is null) = (settled_by is null))
);
create index shop_report_case_queue on shop_report_case (open_slot, opened_at, id);
create index shop_report_case_all on shop_report_case (opened_at, id);

-- One person's report; reporter is the account's public id. nth counts the person's reports of a
-- day, so that two sent at the same moment cannot both be the last one allowed.
create table shop_report (
    id       uuid primary key,
    case_id  uuid not null references shop_report_case (id),
    reporter varchar(64) not null,
    refusal  varchar(12),
    seen_on  date not null,
    filed_at timestamp with time zone not null,
    filed_on date not null,
    nth      integer not null check (nth between 1 and 10),
    unique (case_id, reporter),
    unique (reporter, filed_on, nth)
);
create index shop_report_own on shop_report (reporter, filed_at, id);
create index shop_report_of_case on shop_report (case_id, filed_at, id);
