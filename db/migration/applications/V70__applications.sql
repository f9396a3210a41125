-- Applications of shops. Whoever may be named in one (owner, phone, account, business number, texts) is in the vault.
create table merchant_application (
    id             uuid primary key,
    version        integer not null,
    state          varchar(16) not null,
    state_at       timestamp with time zone not null,
    applicant      varchar(64),
    filed_by       varchar(64) not null,
    filed_role     varchar(24) not null,
    submitted_at   timestamp with time zone not null,
    claimed        uuid,
    name           varchar(200) not null,
    search_name    varchar(200) not null,
    category       varchar(40) not null,
    district       varchar(40) not null,
    road_address   varchar(300) not null,
    phone          varchar(40),
    refused_by     varchar(64),
    refused_at     timestamp with time zone,
    refusal_reason varchar(40),
    objected_at    timestamp with time zone,
    merchant       uuid,
    -- Set while the application is open: two at once for one shop or one business number cannot be.
    open_shop      uuid unique,
    open_number    varchar(64) unique
);
create index merchant_application_by_waiting on merchant_application (state, state_at, id);
create index merchant_application_by_applicant on merchant_application (applicant, submitted_at);
create index merchant_application_by_filer on merchant_application (filed_by, submitted_at);

-- What happened to an application, in order; texts are in the vault under note.<no>.
create table application_step (
    application_id uuid not null references merchant_application (id),
    no             integer not null,
    act            varchar(32) not null,
    actor          varchar(64) not null,
    role           varchar(24) not null,
    at             timestamp with time zone not null,
    reason         varchar(200),
    primary key (application_id, no)
);

-- The papers of an application; each is a file in the vault.
create table application_paper (
    id             uuid primary key,
    application_id uuid not null references merchant_application (id),
    type           varchar(24) not null,
    kind           varchar(8) not null,
    size           integer not null,
    added_at       timestamp with time zone not null
);
create index application_paper_by_application on application_paper (application_id, added_at);
