-- The runs of one list, newest first.
create index import_run_by_list on import_run (target, source, no);
