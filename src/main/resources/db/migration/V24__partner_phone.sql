-- Whom managers call when a partner does not answer; null where nobody has said.
alter table partner add column phone text;
