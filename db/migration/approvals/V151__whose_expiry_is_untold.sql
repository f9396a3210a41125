-- What waits and, should it expire, is yet to be told to who asked.
create table approval_untold (
    id uuid primary key references approval (id)
);
insert into approval_untold (id)
select id from approval where decided_at is null and expires_at > current_timestamp;
