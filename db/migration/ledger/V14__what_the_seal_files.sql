-- SHA-256 of what the pending row of an entry carries. A pending row can be changed until its seal; its
-- entry cannot, so the sealer notices. Null where the entry was recorded before this version.
alter table ledger_entry add column filing bytea;
