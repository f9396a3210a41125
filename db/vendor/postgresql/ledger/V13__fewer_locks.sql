-- Each of these keys locked the entry's row once more at its seal. The sealer writes all three from the
-- entry it has just read and hashed, entries never go, and a checker finds a row without its entry.
alter table ledger_opening drop constraint ledger_opening_entry_id_fkey;
alter table ledger_subject drop constraint ledger_subject_entry_id_fkey;
alter table ledger_leaf drop constraint ledger_leaf_entry_id_fkey;
