-- Who changed a business last, and when, to tell whoever comes second.
alter table merchant add column changed_by varchar(64);
alter table merchant add column changed_at timestamp with time zone;
