-- The lists of orders and agreements, and the search in them, stay quick with a million orders and twenty thousand agreements.

-- A text as it is searched: capitals and accents do not count.
create function search_text(text) returns text language sql immutable parallel safe as $$
    select lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g'))
$$;

-- The words by which a text is found: what stands between spaces, what stands before and behind the @ of an address, and each run of
-- letters and digits.
create function search_words(text) returns tsvector language sql immutable parallel safe as $$
    select array_to_tsvector(coalesce(array_agg(left(word, 64)), '{}'))
    from search_text($1) plain,
         unnest(string_to_array(plain, ' ') || string_to_array(translate(plain, '@', ' '), ' ')
                || string_to_array(regexp_replace(plain, '[^[:alnum:]]+', ' ', 'g'), ' ')) word
    where word <> ''
$$;

-- What somebody looks for, as queries for the words that begin with each of theirs.
create function search_beginnings(text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg('''' || left(word, 64) || ''':*'), '{}')
    from regexp_split_to_table(translate(search_text($1), '''\', ''), '\s+') part,
         regexp_replace(part, '^[^[:alnum:]]+', '') word
    where word <> ''
$$;

-- By what an order is found: its number and product, the organisation, its partners, and everybody who was ever named as a contact
-- or administrator. Words are added and never taken away. Nothing else of a purchase is changed, so each word is written into the index once;
-- at once, because a list of what is not in it yet would be read by each search.
alter table purchase add words tsvector not null default '';
update purchase p
set words = search_words(concat_ws(' ', p.order_number, p.product, g.organisation, r.name, a.administrator_name,
                                   a.administrator_email, c.named))
from activation a join agreement g on g.id = a.agreement_id join partner r on r.id = a.partner_id
     left join lateral (select string_agg(name || ' ' || email, ' ') as named from contact where agreement_id = g.id) c on true
where a.order_key = p.partner_id || '/' || p.order_number;
create index purchase_words on purchase using gin (words) with (fastupdate = off);

-- The newest orders of all, and of a partner, from any of them on.
create index purchase_newest on purchase (received_at, partner_id, order_number);
drop index purchase_by_partner;
create index purchase_by_partner on purchase (partner_id, received_at, order_number);

-- By what an agreement is found.
alter table partner add words tsvector generated always as (search_words(name)) stored;
alter table agreement add words tsvector generated always as (search_words(
    organisation || ' ' || coalesce(license_id, '') || ' ' || coalesce(authorization_number, '') || ' '
    || coalesce(license_number, ''))) stored;
create index agreement_words on agreement using gin (words) with (fastupdate = off);

alter table contact
    add words tsvector generated always as (search_words(name || ' ' || email)) stored,
    -- When it last accepted for an order through the link that was mailed to it, and with which account. The activations say so too, but
    -- to ask them for each contact took a second.
    add accepted_at timestamptz,
    add accepted_by text references account;
create index contact_words on contact using gin (words) with (fastupdate = off);
-- All that tells the risk of an agreement, so that the contacts themselves need not be read.
create index contact_live on contact (agreement_id) include (email, confirmed_on, accepted_at) where invalid_since is null;
update contact c
set accepted_at = a.accepted_at, accepted_by = a.accepted_by
from (select distinct on (agreement_id, administrator_email) * from activation
      where accepted_at is not null order by agreement_id, administrator_email, accepted_at desc) a
where a.agreement_id = c.agreement_id and a.administrator_email = c.email;

-- The contacts of each agreement with what is known of them. Whoever has accepted the agreement of an order has confirmed the contact, too.
create or replace view agreement_contact as
select c.agreement_id,
       c.role,
       c.name,
       c.email,
       c.language,
       c.invalid_since,
       c.invalid_reason,
       greatest(c.confirmed_on, c.accepted_at) as confirmed_on,
       case when c.accepted_at >= coalesce(c.confirmed_on, c.accepted_at) then s.name
            else coalesce(n.name, c.confirmed_by) end as confirmed_by,
       k.asked_at
from contact c
     left join account n on n.id = c.confirmed_by
     left join account s on s.id = c.accepted_by
     left join lateral (
         select max(m.queued_at) as asked_at
         from activation a join mail m on m.order_key = a.order_key
         where a.agreement_id = c.agreement_id and m.kind = 'CONTACT_CHECK' and m.recipient = c.email) k on true;
