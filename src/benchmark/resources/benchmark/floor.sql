-- The facts of an activation and nothing else.
create table activation (
    order_number text primary key,
    organisation text not null,
    product      text not null,
    quantity     integer not null,
    partner      text not null,
    status       text not null,
    email        text,
    account      text,
    accepted     text,
    renewed      text,
    ended_at     timestamptz
);
create table timeline (
    id           bigint generated always as identity primary key,
    order_number text not null references activation,
    at           timestamptz not null default now(),
    event        text not null,
    who          text not null
);
create index timeline_by_order on timeline (order_number);
create table task (
    id           bigint generated always as identity primary key,
    order_number text not null references activation,
    kind         text not null,
    assignee     text not null
);
create index task_by_assignee on task (assignee);
create table mail (
    order_number text not null references activation,
    kind         text not null,
    recipient    text not null,
    sent_at      timestamptz,
    primary key (order_number, kind)
);
