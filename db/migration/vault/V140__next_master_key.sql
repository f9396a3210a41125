-- While the master key is being changed: the fingerprint of the one that keys are wrapped under from now on.
alter table vault_master add column next_fingerprint varchar(64);
