-- The index of words is asked quarter by quarter, the newest first, until a page is full: a word that tens of thousands have costs no more
-- than those of three months. What is written at one time lies together in it, too.
create function search_quarter(timestamptz) returns int language sql immutable parallel safe as $$
    select (extract(year from $1 at time zone 'UTC') * 4 + extract(quarter from $1 at time zone 'UTC'))::int
$$;

create function search_words_of_quarter(tsvector, int) returns tsvector language sql immutable parallel safe as $$
    select array_to_tsvector(array(select $2 || '/' || word from unnest(tsvector_to_array($1)) word))
$$;

drop index purchase_words;
create index purchase_words on purchase using gin (search_words_of_quarter(words, search_quarter(received_at))) with (fastupdate = off);

-- The list of agreements says of twenty thousand within a moment whether anybody is left to write to, and since when nobody has confirmed it.
-- Both follow from the contacts; to ask those for each agreement took a tenth of a second.

alter table agreement
    -- How many people can be written to: nobody, one, or 2 for more.
    add live_contacts int not null default 0,
    -- When one of them was last confirmed, or has accepted.
    add confirmed_on timestamptz;

create function agreement_stands() returns trigger language plpgsql as $$
begin
    update agreement g
    set live_contacts = known.live, confirmed_on = known.confirmed_on
    from (select agreement_id,
                 least(count(distinct lower(email)) filter (where invalid_since is null), 2) as live,
                 max(greatest(confirmed_on, accepted_at)) filter (where invalid_since is null) as confirmed_on
          from contact where agreement_id in (select agreement_id from changed) group by agreement_id) known
    where g.id = known.agreement_id and (g.live_contacts, g.confirmed_on) is distinct from (known.live, known.confirmed_on);
    return null;
end $$;

create trigger contacts_named after insert on contact referencing new table as changed
    for each statement execute function agreement_stands();
create trigger contacts_changed after update on contact referencing new table as changed
    for each statement execute function agreement_stands();

-- All words by which an agreement is found in one place. As those of an order, they are added and never taken away.
alter table agreement drop column words;
alter table agreement add words tsvector not null default '';
update agreement g
set words = search_words(concat_ws(' ', g.organisation, g.license_id, g.authorization_number, g.license_number, r.name, c.named))
from agreement a join partner r on r.id = a.partner_id
     left join lateral (select string_agg(name || ' ' || email, ' ') as named from contact where agreement_id = a.id) c on true
where g.id = a.id;
create index agreement_words on agreement using gin (words) with (fastupdate = off);

-- This has all agreements that have contacts write down how they stand.
update contact set agreement_id = agreement_id;

alter table contact drop column words;
alter table partner drop column words;
drop index contact_live;

-- When a contact was asked follows from the mails that asked; without this, the mails of all orders of its agreement were looked through.
create index mail_contact_check on mail (recipient) where kind = 'CONTACT_CHECK';
