-- How many entries of each kind a day of the business clock has; kept by the follower audit-days
-- and rebuildable: empty it and set the follower's cursor back to 0.
create table audit_day (
    business_day date not null,
    kind         varchar(80) not null,
    entries      bigint not null,
    primary key (business_day, kind)
);
