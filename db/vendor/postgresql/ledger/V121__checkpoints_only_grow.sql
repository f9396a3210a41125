-- A signed checkpoint is never taken back.
create trigger ledger_checkpoint_only_grows before update or delete or truncate on ledger_checkpoint
    for each statement execute function ledger_only_grows();
