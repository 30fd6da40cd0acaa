-- What goes wrong with an activation, and who resolves it.

create table problem (
    id           bigint generated always as identity primary key,
    order_key    text not null references activation,
    -- F1 to F24.
    problem      text not null,
    reported_at  timestamptz not null,
    -- Account id, the link, or the desk itself.
    reported_by  text not null,
    -- What the screen said; product keys are masked before it is written.
    message      text not null check (length(message) <= 2000),
    -- Whose turn it is, since when, and until when that is put off.
    owner        text,
    advice       text,
    next_step    text,
    owner_since  timestamptz not null,
    waits_until  timestamptz,
    -- The case at Microsoft's support, and by when an answer was promised.
    case_number  text,
    promised_at  timestamptz,
    -- What whoever had it last has written about it.
    note         text,
    resolved_at  timestamptz,
    resolved_by  text
);
create index problem_by_order on problem (order_key, id);
create unique index problem_open on problem (order_key) where resolved_at is null;

-- What is open, with all that decides whether its owner is reminded.
create view open_problem as
select p.order_key,
       p.owner as problem_owner,
       p.waits_until as problem_waits_until,
       s.since as problem_since,
       m.reminders as problem_reminders,
       m.last_reminder as last_problem_reminder
from problem p
     cross join lateral (select greatest(p.owner_since, p.waits_until) as since) s
     left join lateral (
         select count(*) as reminders, max(sent_at) as last_reminder
         from mail
         where mail.order_key = p.order_key and kind in ('REMINDER', 'PARTNER_REMINDER') and sent_at >= s.since) m on true
where p.resolved_at is null;
