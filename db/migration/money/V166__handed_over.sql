-- Whose a wallet is now that went by another id; what a shop gives back goes there.
alter table money_wallet add column handed_to varchar(64) references money_account (ref);
