-- What an ordinary application knows of its customers before a purchase comes in.
create table customer (
    organisation text primary key,
    name         text not null,
    email        text not null
);
insert into customer select 'Organisation ' || n, 'Administrator ' || n, 'admin@organisation-' || n || '.example' from generate_series(0, 999) n;
