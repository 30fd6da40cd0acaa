-- What a mail says stands behind all that changes while it waits, so that the database's log of such a change leaves it out.
alter table mail rename column letter to former_letter;
alter table mail add column letter bytea;
update mail set letter = former_letter where former_letter is not null;
alter table mail drop column former_letter;
