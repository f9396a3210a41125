-- The ledger only grows. A superuser can switch triggers off; a checker notices what he changed.
create function ledger_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger only grows: % on % is refused', tg_op, tg_table_name;
end
$$;
create trigger ledger_entry_only_grows before update or delete or truncate on ledger_entry
    for each statement execute function ledger_only_grows();
create trigger ledger_opening_only_grows before update or delete or truncate on ledger_opening
    for each statement execute function ledger_only_grows();
create trigger ledger_subject_only_grows before update or delete or truncate on ledger_subject
    for each statement execute function ledger_only_grows();
create trigger ledger_leaf_only_grows before update or delete or truncate on ledger_leaf
    for each statement execute function ledger_only_grows();
create trigger ledger_node_only_grows before update or delete or truncate on ledger_node
    for each statement execute function ledger_only_grows();
