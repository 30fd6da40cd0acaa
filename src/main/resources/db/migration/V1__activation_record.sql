-- The record of every activation. The engine's own tables are made by the engine; the order key ties both.

create table partner (
    id                 text primary key,
    name               text not null,
    tenant_id          uuid not null,
    mail_domain        text not null,
    escalation_address text not null,
    language           text not null check (language in ('nl', 'en')),
    country            text not null check (country ~ '^[A-Z]{2}$'),
    api_client         text not null unique
);

-- One License ID maps to one tenant; one tenant may hold many License IDs.
create table agreement (
    id                     bigint generated always as identity primary key,
    partner_id             text not null references partner,
    program                text not null,
    license_id             text,
    authorization_number   text,
    license_number         text,
    organisation           text not null,
    country                text not null,
    public_customer_number text,
    tenant_id              uuid,
    tenant_domain          text,
    unique nulls not distinct (partner_id, program, license_id, authorization_number, license_number)
);

create table contact (
    agreement_id   bigint not null references agreement,
    role           text not null,
    name           text not null,
    email          text not null,
    language       text not null check (language in ('nl', 'en')),
    confirmed_on   timestamptz,
    confirmed_by   text,
    invalid_since  timestamptz,
    invalid_reason text,
    primary key (agreement_id, role)
);

create table purchase (
    partner_id   text not null references partner,
    order_number text not null,
    agreement_id bigint not null references agreement,
    product      text not null,
    quantity     integer not null check (quantity > 0),
    ordered_on   date not null,
    usage_start  date,
    list_value   numeric(14, 2),
    currency     text,
    -- SHA-256 of the purchase as it was sent, to tell the same purchase from a different one.
    request_hash bytea not null,
    received_at  timestamptz not null,
    primary key (partner_id, order_number)
);

-- Accounts that have signed in: id is tid and oid without hyphens, the only pair that
-- identifies a person at Microsoft Entra ID.
create table account (
    id             text primary key,
    tenant_id      uuid not null,
    object_id      text not null,
    name           text not null,
    username       text not null,
    last_signed_in timestamptz not null
);

create table account_group (
    account_id text not null references account on delete cascade,
    group_id   text not null,
    primary key (account_id, group_id)
);
create index account_group_by_group on account_group (group_id);

create table activation (
    -- <partner>/<order number>: the business key of the process instance.
    order_key              text primary key,
    agreement_id           bigint not null references agreement,
    -- Who answers the desk's questions: the seller, until a manager finds that it is somebody else.
    partner_id             text not null references partner,
    status                 text not null,
    status_since           timestamptz not null,
    escalation_reason      text,
    escalation_detail      text,
    administrator_name     text,
    administrator_email    text,
    administrator_language text,
    -- Who has signed in through the link. Bound once organisation_confirmed is true.
    account_id             text references account,
    account_domain         text,
    organisation_confirmed boolean not null default false,
    accepted_text_version  text,
    accepted_text_language text,
    accepted_text_sha256   text,
    accepted_at            timestamptz,
    accepted_by            text,
    renewal_effect         text,
    renewal_route          text,
    renewed_at             timestamptz,
    renewed_by             text,
    ended_at               timestamptz,
    ended_by               text
);

create table timeline (
    id        bigint generated always as identity primary key,
    order_key text not null references activation,
    at        timestamptz not null,
    event     text not null,
    -- Account id, partner system or the desk itself.
    who       text not null,
    detail    text
);
create index timeline_by_order on timeline (order_key, id);

-- One intent is one mail: id and Message-ID are derived from the intent, so that a repeated send is recognised.
create table mail (
    id              uuid primary key,
    order_key       text not null references activation,
    kind            text not null,
    number          integer not null,
    recipient       text not null,
    language        text not null,
    message_id      text not null unique,
    sent_at         timestamptz not null,
    -- Only the SHA-256 of the token of the link that the mail carries.
    link_hash       bytea unique,
    link_expires_at timestamptz,
    link_revoked_at timestamptz,
    unique (order_key, kind, number)
);

-- An activation with all that is said about it: what forms, pages and mails show.
create view activation_overview as
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
       a.ended_at
from activation a
     join agreement g on g.id = a.agreement_id
     join purchase p on p.partner_id = split_part(a.order_key, '/', 1) and p.order_number = split_part(a.order_key, '/', 2)
     join partner r on r.id = a.partner_id
     left join account c on c.id = a.account_id;
