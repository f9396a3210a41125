-- At which address somebody read what closed entries of the ledger say.
alter table access_log add column about varchar(300);
