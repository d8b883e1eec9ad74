-- Ids are HMACs, everything about a person is ciphertext; in the clear: times that must be searched, classes, counters.

create table store (name text primary key, value text not null) without rowid;

-- Samples of documents; fields that are as in one are not stored again. Kept for ever: older documents need theirs.
create table dictionary (id integer primary key, bytes blob not null unique);

create table seen (event blob primary key, at integer not null) without rowid;
create table attempt (event blob primary key, n integer not null, at integer not null) without rowid;
create table set_aside (id integer primary key, event blob not null, at integer not null, code text not null, shape text not null);

-- A person or a place. `key` names a row of the key file; without it the rest is noise.
create table subject (
  id integer primary key,
  pseudonym blob not null unique,
  key integer not null,
  last_day integer not null,
  document blob,
  route blob
);
create index subject_last_day on subject (last_day);

create table record (
  id integer primary key,
  subject integer not null,
  name blob not null,
  kind integer not null,
  body blob not null,
  unique (subject, name)
);

create table timer (
  id integer primary key,
  subject integer not null,
  name blob not null,
  at integer not null,
  body blob not null,
  unique (subject, name)
);
create index timer_at on timer (at);

-- rank: 0 safety, 1 replies, 2 what the bot says unasked. state: 0 queued, 1 sending, 2 held for the next private route, 3 waits for an erasure.
create table outbox (
  id integer primary key,
  lane blob not null,
  rank integer not null,
  class integer not null,
  state integer not null,
  subject integer,
  key integer not null,
  made_at integer not null,
  ready_at integer not null default 0,
  claimed_at integer not null default 0,
  attempt integer not null default 0,
  erasure integer,
  vanish integer not null default 0,
  body blob not null
);
create index outbox_held on outbox (subject) where state = 2;

-- Where sent messages are, so that they can be revised or deleted.
create table ref (
  id integer primary key,
  subject integer not null,
  at integer not null,
  tag blob,
  body blob not null
);
create index ref_subject on ref (subject);

create table part (place integer not null, slot blob not null, person integer not null, body blob not null, primary key (place, slot, person)) without rowid;
create index part_person on part (person);
create table result (id integer primary key, place integer not null, slot blob not null, body blob not null, unique (place, slot));
-- A post with a tag leaves once for ever, whatever restarts or doubled timers there are.
create table posted (place integer not null, tag blob not null, at integer not null, primary key (place, tag)) without rowid;

create table audit (id integer primary key, place integer not null, at integer not null, body blob not null);
create index audit_place on audit (place);
create table tally (metric text not null, name blob not null, n integer not null, label blob not null, primary key (metric, name)) without rowid;

-- A forgotten person's rows are gone; this key must go too before the receipt leaves.
create table erasure (id integer primary key autoincrement, key integer not null, at integer not null);
