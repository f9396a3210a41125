-- Rules that one officer asked another to announce; what became of them is told by the approval.
create table eligibility_proposal (
    id         uuid primary key,
    version    integer not null,
    noticed_on date not null,
    from_at    timestamp with time zone not null,
    rules      varchar(20000) not null,
    asked_by   varchar(64) not null,
    asked_at   timestamp with time zone not null
);
