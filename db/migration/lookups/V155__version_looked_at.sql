-- Which version of the citizen was opened; null for look-ups from before this was kept, which are
-- good for seeing, and for proving and correcting nothing.
alter table lookup add column citizen_version integer;
