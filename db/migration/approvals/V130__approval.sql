-- What waits for a second person, under the id of what was asked for; undecided and past
-- expires_at it has expired, and nobody can approve it any more.
create table approval (
    id           uuid primary key,
    action       varchar(40) not null,
    href         varchar(200) not null,
    role         varchar(40) not null,
    about        uuid,
    payload_mark varchar(64),
    asked_by     varchar(64) not null,
    asked_at     timestamp with time zone not null,
    expires_at   timestamp with time zone not null,
    decided_by   varchar(64),
    decided_at   timestamp with time zone,
    outcome      varchar(20)
);
create index approval_by_time on approval (asked_at);

-- Roles that wait already. Nothing marked what was asked for then, so only what the page showed is
-- compared; a day after their asking they have expired.
insert into approval (id, action, href, role, about, asked_by, asked_at, expires_at)
select id, 'role.grant', '/office/staff?role=waiting', 'admin', account_id, proposed_by, proposed_at,
       proposed_at + interval '1' day
from account_role where decided_at is null;
