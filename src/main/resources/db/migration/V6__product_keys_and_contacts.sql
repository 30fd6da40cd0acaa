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

-- The contacts of each agreement with what is known of them. Whoever has accepted the agreement of an order through the link
-- that was mailed to the contact has confirmed it, too.
create view agreement_contact as
select c.agreement_id,
       c.role,
       c.name,
       c.email,
       c.language,
       c.invalid_since,
       c.invalid_reason,
       greatest(c.confirmed_on, s.accepted_at) as confirmed_on,
       case when s.accepted_at >= coalesce(c.confirmed_on, s.accepted_at) then s.name
            else coalesce(n.name, c.confirmed_by) end as confirmed_by,
       k.asked_at
from contact c
     left join account n on n.id = c.confirmed_by
     left join lateral (
         select a.accepted_at, who.name
         from activation a join account who on who.id = a.accepted_by
         where a.agreement_id = c.agreement_id and a.administrator_email = c.email
         order by a.accepted_at desc limit 1) s on true
     left join lateral (
         select max(m.sent_at) as asked_at
         from activation a join mail m on m.order_key = a.order_key
         where a.agreement_id = c.agreement_id and m.kind = 'CONTACT_CHECK' and m.recipient = c.email) k on true;
