-- Which bank account owners want their shops' money paid to; one officer checks it, a second one
-- approves. The account itself is in the vault under the id of the request.
create table shop_bank_change (
    id           uuid primary key,
    merchant_id  uuid not null references merchant (id),
    state        varchar(12) not null,
    -- SHA-256 of the account with a random text that is in the vault beside it.
    commitment   varchar(64) not null,
    paper        uuid not null,
    requested_by varchar(64) not null,
    requested_at timestamp with time zone not null,
    -- The newest proposal to approve it, by the id of its approval.
    proposal     uuid,
    proposed_by  varchar(64),
    checked      varchar(20),
    decided_by   varchar(64),
    decided_at   timestamp with time zone,
    reason       varchar(40),
    -- Set while the request waits: a shop has one at a time.
    open_shop    uuid unique,
    -- Set while money is paid to it: a shop has one at a time.
    paid_shop    uuid unique
);
create index shop_bank_change_by_state on shop_bank_change (state, requested_at, id);
create index shop_bank_change_by_shop on shop_bank_change (merchant_id, requested_at, id);

-- Reasons that officers gave to see an account in plain, for ten minutes each.
create table shop_bank_view (
    id        uuid primary key,
    change_id uuid not null references shop_bank_change (id),
    officer   varchar(64) not null,
    reason    varchar(20) not null,
    at        timestamp with time zone not null
);
create index shop_bank_view_by_change on shop_bank_view (change_id, officer, at);
