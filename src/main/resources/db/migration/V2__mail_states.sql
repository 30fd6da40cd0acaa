-- What is known of each mail's fate. A row is written before the mail server is asked, so that a mail that is sent
-- again after a crash is known to be.
alter table mail
    alter column sent_at drop not null,
    -- QUEUED, ACCEPTED by the mail server, DELAYED, BOUNCED, AUTO_REPLIED, FAILED.
    add column state        text        not null default 'ACCEPTED',
    add column state_since  timestamptz not null default now(),
    -- How often the mail server was asked to take it; more than once after a refusal, a crash or a cut.
    add column attempts     integer     not null default 1,
    -- What the last mail server said, without mailbox names.
    add column answer       text,
    -- The last day of an absence that an automatic answer named.
    add column absent_until date,
    -- Whether the step that wanted the mail has been completed; until then its next try means this mail.
    add column concluded    boolean     not null default true;
alter table mail
    alter column state drop default,
    alter column state_since drop default,
    alter column concluded set default false;

-- Messages in the bounce mailbox that could not be judged: when and why, and nothing of what they say.
create table set_aside_mail (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    -- The folder's UIDVALIDITY and the message's UID: where to find it, and written down once.
    message      text        not null unique,
    size         bigint      not null,
    reason       text        not null
);
