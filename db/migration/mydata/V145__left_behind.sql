-- Accounts of people who left while an application or a bank account of theirs has to stay until
-- a shop closes; looked through each night.
create table mydata_left (
    account varchar(64) primary key,
    left_at timestamp with time zone not null
);
