-- What the lists of orders and agreements read, and nothing else: no process runs for these orders. The same on every machine.

set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '1GB';
drop index purchase_words;
drop index purchase_newest;
drop index purchase_by_partner;

create function share(i bigint, what int) returns float8 language sql immutable parallel safe
    as 'select (hashint8extended(i, what) & 1048575) / 1048576.0';
create function one_of(names text[], i bigint, what int) returns text language sql immutable parallel safe
    as 'select names[1 + floor(share(i, what) * cardinality(names))::int]';

-- A few big partners have most of the orders: the first of two hundred one in six.
insert into agreement (partner_id, program, license_id, organisation, country)
select 'p' || floor(:partners * power(share(i, 1), 3))::int, 'OPEN_VALUE', 'L-' || i,
       case when share(i, 2) < 0.03 then 'Contoso' else one_of('{Bakkerij,Garage,Stichting,Tandarts,Drukkerij,Hotel,Foundry}', i, 3) end
       || ' ' || one_of('{Jansen,de Vries,Bakker,Visser,Smit,Meijer,de Boer,Mulder,Vos,Peters}', i, 4) || ' ' || i, 'NL'
from generate_series(1, :agreements) i;

-- A third was never confirmed, a third long ago; of some nobody can be written to.
insert into contact (agreement_id, role, name, email, language, confirmed_on, invalid_since)
select id, role, one_of('{Joris,Sanne,Piet,Marit,Emre,Anouk,Lucas,Grace}', id, 5) || ' van ' || organisation,
       lower(role) || id || '@customer' || id || '.example', 'nl',
       case when share(id, 6) < 0.67 then now() - interval '800 days' * share(id, 6) end,
       case when share(id, 7) < 0.05 then now() end
from agreement, unnest('{ONLINE_ADMINISTRATOR,PRIMARY_CONTACT}'::text[]) role
where license_id like 'L-%' and partner_id like 'p%';

update agreement g
set words = search_words(concat_ws(' ', g.organisation, g.license_id, r.name, c.named))
from agreement a join partner r on r.id = a.partner_id
     cross join lateral (select string_agg(name || ' ' || email, ' ') as named from contact where agreement_id = a.id) c
where g.id = a.id;
analyze agreement, contact;

insert into account (id, tenant_id, object_id, name, username, last_signed_in)
select lpad(i::text, 64, '0'), gen_random_uuid(), lpad(i::text, 32, '0'), 'Administrator ' || i, 'a' || i || '@customer.example', now()
from generate_series(0, :agreements) i on conflict do nothing;

create temp table product as
select n, name, search_words(name) as words
from unnest('{Office Standard 2019,Microsoft 365 Business Premium,Microsoft 365 Business Standard,Microsoft 365 E3,Microsoft 365 E5,Microsoft SQL Server,Microsoft Visio Plan 2}'::text[])
     with ordinality product (name, n);

-- The newest first, one every few minutes for nine years. One product is not sold any more.
insert into purchase (partner_id, order_number, agreement_id, product, quantity, ordered_on, request_hash, received_at, lapses_on, words)
select g.partner_id, 'X-' || i, g.id, d.name, 1 + i % 90, current_date, ''::bytea, now() - age, current_date + 1000,
       g.words || d.words || array_to_tsvector(array['x-' || i, 'x', i::text])
from generate_series(1, :orders) i
     cross join lateral (select i * (interval '3285 days' / :orders) as age) a
     join product d on d.n = case when age > interval '2000 days' and share(i, 8) < 0.4 then 1 else 2 + floor(6 * share(i, 9)) end
     join agreement g on g.license_id = 'L-' || 1 + floor(:agreements * share(i, 10))::int;

analyze purchase;

insert into activation (order_key, agreement_id, partner_id, status, status_since, administrator_name, administrator_email,
                        administrator_language, account_id, organisation_confirmed, accepted_at, checked_at, ended_at)
select p.partner_id || '/' || p.order_number, g.id, p.partner_id, case when ended then 'ACTIVE' else 'SIGNED_IN' end, p.received_at,
       c.name, c.email, 'nl', lpad(substr(g.license_id, 3), 64, '0'), true,
       case when ended then p.received_at end, case when ended then p.received_at end, case when ended then p.received_at end
from purchase p
     join agreement g on g.id = p.agreement_id and g.license_id like 'L-%'
     join contact c on c.agreement_id = g.id and c.role = 'ONLINE_ADMINISTRATOR'
     cross join lateral (select substr(p.order_number, 3)::int > :open as ended) e
where p.order_number ~ '^X-[0-9]+$';

update contact c set accepted_at = a.accepted_at, accepted_by = a.account_id
from (select distinct on (agreement_id, administrator_email) * from activation
      where accepted_at is not null order by agreement_id, administrator_email, accepted_at desc) a
where a.agreement_id = c.agreement_id and a.administrator_email = c.email and share(c.agreement_id, 11) < 0.5;

-- The triggers of contacts write down how each agreement stands.
set session_replication_role = origin;
update contact set role = role;

create index purchase_words on purchase using gin (search_words_of_quarter(words, search_quarter(received_at))) with (fastupdate = off);
create index purchase_newest on purchase (received_at, partner_id, order_number);
create index purchase_by_partner on purchase (partner_id, received_at, order_number);
vacuum analyze;
checkpoint;
