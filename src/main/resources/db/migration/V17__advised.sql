-- For whom the advice about a problem was written: it stays when the problem is passed on, as nobody is to read as advice
-- what was meant for somebody else.
alter table problem add column advised text;
update problem set advised = owner;
