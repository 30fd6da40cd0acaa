-- A look for what is due asks the table only about what can be due.

-- Until when nothing can be due for an activation that waits, as long as nothing happens to it. All of it follows from the
-- record, so nothing is lost with it: it needs no WAL, is empty after a crash of the database, and is emptied when a desk
-- starts.
create unlogged table quiet_activation (
    order_key text primary key,
    -- The version of its rows and of the decision table for which that was found.
    version   text not null,
    until     timestamptz not null
);
create index quiet_activation_until on quiet_activation (until);

-- What waits for a person, in the version that every change of its rows makes another one.
create view waiting_version as
select a.order_key,
       a.status_since,
       concat_ws(' ', a.xmin, p.xmin) as version
from activation a
     left join problem p on p.order_key = a.order_key and p.resolved_at is null
where a.status in ('WITH_PARTNER', 'INVITED', 'SIGNED_IN', 'AGREEMENT_ACCEPTED')
   or a.status = 'RENEWED' and a.checked_at is null;

-- What waits for a person, with all that decides whether somebody is reminded.
create or replace view waiting_activation as
select a.order_key,
       a.status,
       a.status_since,
       a.administrator_name,
       a.administrator_email,
       a.administrator_language,
       a.help_asked_at,
       a.managers_asked_at,
       a.status = 'WITH_PARTNER' and a.account_id is not null as account_questioned,
       g.organisation,
       g.country,
       p.product,
       p.quantity,
       p.lapses_on,
       r.name    as partner_name,
       r.country as partner_country,
       r.language as partner_language,
       r.escalation_address,
       m.reminders,
       m.last_reminder,
       m.partner_reminders,
       m.last_partner_reminder,
       m.last_partner_question,
       -- What the administrator named, or an automatic answer to a mail that went to the same address.
       greatest(a.absent_until, m.absent_until) as absent_until,
       coalesce(m.managers_told, '') as managers_told
from activation a
     join agreement g on g.id = a.agreement_id
     join purchase p on p.partner_id = split_part(a.order_key, '/', 1) and p.order_number = split_part(a.order_key, '/', 2)
     join partner r on r.id = a.partner_id
     left join lateral (
         select count(*) filter (where kind = 'REMINDER' and sent_at >= a.status_since) as reminders,
                max(sent_at) filter (where kind = 'REMINDER' and sent_at >= a.status_since) as last_reminder,
                count(*) filter (where kind = 'PARTNER_REMINDER'
                                   and sent_at >= greatest(a.status_since, a.help_asked_at)) as partner_reminders,
                max(sent_at) filter (where kind = 'PARTNER_REMINDER'
                                       and sent_at >= greatest(a.status_since, a.help_asked_at)) as last_partner_reminder,
                max(sent_at) filter (where kind = 'PARTNER_QUESTION') as last_partner_question,
                max(mail.absent_until) filter (where recipient = a.administrator_email) as absent_until,
                -- Which of the managers' addresses know of the partner's silence.
                string_agg(lower(recipient), ' ') filter (where kind = 'MANAGERS_QUESTION'
                                                            and sent_at >= a.managers_asked_at) as managers_told
         from mail
         where mail.order_key = a.order_key) m on true
where a.status in ('WITH_PARTNER', 'INVITED', 'SIGNED_IN', 'AGREEMENT_ACCEPTED')
   or a.status = 'RENEWED' and a.checked_at is null;

-- What somebody was asked that has been settled meanwhile; whoever is still asked is not in it.
drop index activation_escalated;
create index activation_settled on activation (order_key)
    where help_asked_at < status_since or managers_asked_at < greatest(status_since, help_asked_at);
