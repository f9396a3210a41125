-- Whose data somebody looked at, and the reason given (PIPC notice on safety measures, article 8).
alter table access_log add column whom varchar(64);
alter table access_log add column reason varchar(40);
create index access_log_by_whom on access_log (whom, id);
