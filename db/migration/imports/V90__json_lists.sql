-- Which array of a JSON file is the list, counted from 1 as they begin; 0 of a table with delimiters.
alter table import_run add column json_array integer default 0 not null;
