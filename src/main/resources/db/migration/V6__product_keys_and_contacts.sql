-- Product keys: the last five characters and a keyed hash, never the key.

-- What the partner says the key ends in, where its purchase says so.
alter table purchase add key_last_five text check (key_last_five ~ '^[0-9A-Z]{5}$');

-- The key that an administrator has entered for an order; the hash recognises it at every other order.
create table product_key (
    -- HMAC-SHA-256 of the key with activation.key.hash-key.
    hash       bytea primary key,
    -- At the end of the transaction, as a corrected key is written before the former one goes.
    order_key  text        not null references activation unique deferrable initially deferred,
    last_five  text        not null check (length(last_five) = 5),
    entered_at timestamptz not null,
    entered_by text        not null
);

-- Whoever tries keys is counted over all orders of the account.
create index activation_by_account on activation (account_id) where account_id is not null;

-- The contacts of an agreement and its orders, for the page that shows which agreements hang on one person.
create index agreement_by_partner on agreement (partner_id);
create index activation_by_agreement on activation (agreement_id);
