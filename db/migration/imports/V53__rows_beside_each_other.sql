-- H2 keeps "text" as a large object, one by one and beside the rows; a row of a list is read and written
-- with thousands of others.
alter table import_row alter column cells set data type varchar(1000000);
alter table import_row alter column notes set data type varchar(1000000);
