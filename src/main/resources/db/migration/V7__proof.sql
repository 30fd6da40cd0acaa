-- What the proof of a good end says, byte for byte as it was given away. Kept and not derived: names of partners and accounts
-- and the states of mails go on changing after the end, and a proof may not.
create table proof (
    order_key text primary key references activation,
    made_at   timestamptz not null,
    contents  text        not null
);
