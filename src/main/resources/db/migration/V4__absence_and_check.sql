-- Who stands in for an administrator or is away, and what the admin center shows after the renewal.

alter table activation
    -- The last day of an absence that the administrator has named.
    add absent_until   date,
    -- The account that handed the activation to the administrator; its tenant is the only one that is let in then.
    add handed_over_by text references account,
    -- What the administrator saw in the admin center, last.
    add seen_end_date  date,
    add seen_seats     integer,
    add seen_domain    text,
    -- When that was what the renewal should bring, and who saw it.
    add checked_at     timestamptz,
    add checked_by     text;

-- What was renewed before this script is not checked.
update activation set checked_at = renewed_at where status = 'RENEWED';

-- The subscription as it was before the key, where the partner knows it.
alter table purchase
    add subscription_ends_on date,
    add subscription_seats   integer check (subscription_seats > 0);

create or replace view activation_overview as
select a.order_key,
       a.agreement_id,
       g.program,
       coalesce(g.license_id, g.authorization_number || ' / ' || g.license_number) as licence,
       g.organisation,
       g.tenant_id,
       g.tenant_domain,
       p.product,
       p.quantity,
       p.ordered_on,
       a.partner_id,
       r.name     as partner_name,
       r.language as partner_language,
       r.escalation_address,
       a.status,
       a.status_since,
       a.escalation_reason,
       a.escalation_detail,
       a.administrator_name,
       a.administrator_email,
       a.administrator_language,
       a.account_id,
       c.name     as account_name,
       c.username as account_username,
       c.tenant_id as account_tenant_id,
       a.account_domain,
       a.organisation_confirmed,
       a.accepted_at,
       a.renewal_effect,
       a.renewal_route,
       a.renewed_at,
       a.ended_by,
       a.ended_at,
       a.absent_until,
       a.handed_over_by,
       h.name      as handed_over_by_name,
       h.tenant_id as handed_over_tenant_id,
       p.subscription_ends_on,
       p.subscription_seats,
       a.seen_end_date,
       a.seen_seats,
       a.seen_domain
from activation a
     join agreement g on g.id = a.agreement_id
     join purchase p on p.partner_id = split_part(a.order_key, '/', 1) and p.order_number = split_part(a.order_key, '/', 2)
     join partner r on r.id = a.partner_id
     left join account c on c.id = a.account_id
     left join account h on h.id = a.handed_over_by;

drop index activation_waiting;
create index activation_waiting on activation (status_since)
    where status in ('WITH_PARTNER', 'INVITED', 'SIGNED_IN', 'AGREEMENT_ACCEPTED')
       or status = 'RENEWED' and checked_at is null;

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
       greatest(a.absent_until, m.absent_until) as absent_until
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
                max(mail.absent_until) filter (where recipient = a.administrator_email) as absent_until
         from mail
         where mail.order_key = a.order_key) m on true
where a.status in ('WITH_PARTNER', 'INVITED', 'SIGNED_IN', 'AGREEMENT_ACCEPTED')
   or a.status = 'RENEWED' and a.checked_at is null;
