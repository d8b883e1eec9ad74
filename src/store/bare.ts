/** The other side of the bench: the rows of a turn and nothing else, in one transaction, with prepared statements. */
import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { openDatabase } from './database.ts';

export interface Bare {
  /** `rows` turns' worth of rows in one durable commit. */
  commit(rows: number): void;
  close(): void;
}

/** As many documents as the store has, of its average size, and outbox rows of its average size. */
export function openBare(file: string, like: string, people: number): Bare {
  const sizes = sizesOf(like);
  const db = openDatabase(file);
  db.exec(`
    create table document (id integer primary key, body blob not null);
    create table seen (event blob primary key, at integer not null) without rowid;
    create table outbox (id integer primary key, body blob not null);`);
  const put = db.prepare<[Buffer, number]>('update document set body = ? where id = ?');
  const insert = db.prepare<[number, Buffer]>('insert into document (id, body) values (?, ?)');
  const see = db.prepare<[Buffer, number]>('insert into seen (event, at) values (?, ?)');
  const say = db.prepare<[Buffer]>('insert into outbox (body) values (?)');
  const clear = db.prepare('delete from outbox');
  const document = randomBytes(sizes.document);
  const parcel = randomBytes(sizes.parcel);
  const begin = db.prepare('begin immediate');
  const commit = db.prepare('commit');
  begin.run();
  for (let id = 1; id <= people; id += 1) {
    insert.run(id, document);
    see.run(randomBytes(16), id);
  }
  commit.run();
  let next = 0;
  let written = 0;
  return {
    commit(rows) {
      if (written > 4000) {
        clear.run();
        written = 0;
      }
      begin.run();
      for (let i = 0; i < rows; i += 1) {
        next = (next + 7919) % people;
        see.run(randomBytes(16), next);
        put.run(document, next + 1);
        say.run(parcel);
      }
      commit.run();
      written += rows;
    },
    close: () => db.close(),
  };
}

function sizesOf(file: string): { readonly document: number; readonly parcel: number } {
  const db = new Database(file, { readonly: true });
  const document = Number(db.prepare('select avg(length(document)) from (select document from subject limit 1000)').pluck().get());
  db.close();
  return { document: Math.round(document), parcel: 640 };
}
