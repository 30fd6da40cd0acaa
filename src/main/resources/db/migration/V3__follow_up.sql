-- Following up what waits.

-- One mail may speak for several activations: a row for each, all with the Message-ID of that mail.
alter table mail drop constraint mail_message_id_key;
create index mail_by_message_id on mail (message_id);

-- Whom a reminder was mailed to on which day of theirs. Written before the mail is handed over, so that neither a second
-- node nor a repeated job reminds anybody twice a day.
create table reminder_day (
    recipient  text not null,
    day        date not null,
    claimed_at timestamptz not null,
    -- The mail server was busy, so the day may be claimed once more.
    not_sent   boolean not null default false,
    primary key (recipient, day)
);

alter table activation
    -- Since when the partner has been asked to help an administrator; of no meaning once status_since is later.
    add help_asked_at     timestamptz,
    -- Since when the managers have been asked to help a partner; of no meaning once the question to the partner is newer.
    add managers_asked_at timestamptz;

create index activation_waiting on activation (status_since)
    where status in ('WITH_PARTNER', 'INVITED', 'SIGNED_IN', 'AGREEMENT_ACCEPTED');

create index activation_escalated on activation (order_key)
    where help_asked_at is not null or managers_asked_at is not null;

-- The day on which the key dies if nobody has used it. Purchases from before this column get the default.
alter table purchase add lapses_on date;
update purchase set lapses_on = ordered_on + interval '5 years';
alter table purchase alter lapses_on set not null;

-- What waits for a person, with all that decides whether somebody is reminded.
create view waiting_activation as
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
       m.last_partner_question
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
                max(sent_at) filter (where kind = 'PARTNER_QUESTION') as last_partner_question
         from mail
         where mail.order_key = a.order_key) m on true
where a.status in ('WITH_PARTNER', 'INVITED', 'SIGNED_IN', 'AGREEMENT_ACCEPTED');
