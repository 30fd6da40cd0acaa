-- When each bounce mailbox was last read to its end, by whichever desk read it.
create table bounce_mailbox (
    -- The number of its server, account and folder; see MailboxSettings.
    mailbox integer     primary key,
    -- By this database's clock: the desks' own may differ, and can be moved in the try-out.
    read_at timestamptz not null default now()
);

-- Bytes that were read of it, at most one more than are ever judged; empty where not even that worked.
alter table set_aside_mail alter column size drop not null;
