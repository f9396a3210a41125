-- Visits that nobody ended stay behind: who waits today is found past all of them.
drop index desk_visit_by_end;
create index desk_visit_by_time on desk_visit (ended_at, asked_at, no);
