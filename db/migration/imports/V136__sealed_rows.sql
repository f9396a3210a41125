-- The key under which the rows of a list of people are staged, sealed itself; gone once the run is over.
create table import_seal (
    run_id uuid primary key references import_run (id),
    sealed bytea not null
);
