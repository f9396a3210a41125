-- A signed checkpoint is never taken back.
create trigger ledger_checkpoint_only_grows before update, delete on ledger_checkpoint
    for each statement call "city.dure.ledger.OnlyGrows";
