-- The ledger only grows. H2 runs no trigger for TRUNCATE: ledger_entry is kept from it by its foreign
-- keys, the other tables by the guard of the portal, and a checker notices in any case.
create trigger ledger_entry_only_grows before update, delete on ledger_entry
    for each statement call "city.dure.ledger.OnlyGrows";
create trigger ledger_opening_only_grows before update, delete on ledger_opening
    for each statement call "city.dure.ledger.OnlyGrows";
create trigger ledger_subject_only_grows before update, delete on ledger_subject
    for each statement call "city.dure.ledger.OnlyGrows";
create trigger ledger_leaf_only_grows before update, delete on ledger_leaf
    for each statement call "city.dure.ledger.OnlyGrows";
create trigger ledger_node_only_grows before update, delete on ledger_node
    for each statement call "city.dure.ledger.OnlyGrows";
