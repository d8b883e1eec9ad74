-- Two people who do something together. `code` (an HMAC) until somebody has joined; each half is sealed with its own person's key,
-- so forgetting one of them makes their half unreadable everywhere, and nobody is in two pairs.
create table pair (id integer primary key autoincrement, code blob unique, until integer not null);
create table half (person integer primary key, pair integer not null, body blob not null);
create index half_pair on half (pair);
