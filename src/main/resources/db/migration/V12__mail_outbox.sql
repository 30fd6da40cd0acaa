-- Mails are queued together with the step that wants them, and leave once that is committed.

alter table mail
    -- When the desk wanted to send it.
    add column queued_at   timestamptz,
    -- What it says, sealed with the link key, until the mail server has taken it; empty where another row of the same
    -- Message-ID says it.
    add column letter      bytea,
    -- Until then whoever has taken it sends it; for ever where it was put off, so that the process tries it again.
    add column taken_until timestamptz not null default '-infinity',
    alter column attempts set default 0,
    drop column concluded;
update mail set queued_at = coalesce(sent_at, state_since);
-- The jobs that were to send these queue them anew.
update mail set state = 'CANCELLED' where state = 'QUEUED';
alter table mail alter column queued_at set not null;
create index mail_queued on mail (queued_at) where state = 'QUEUED';

-- The mail of the day is queued in the transaction that writes the day down.
delete from reminder_day where not_sent;
alter table reminder_day drop column claimed_at, drop column not_sent;

create or replace view agreement_contact as
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
         select max(m.queued_at) as asked_at
         from activation a join mail m on m.order_key = a.order_key
         where a.agreement_id = c.agreement_id and m.kind = 'CONTACT_CHECK' and m.recipient = c.email) k on true;
