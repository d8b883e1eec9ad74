/** The other side of the bench: the rows of a turn and nothing else, in one transaction, with prepared statements. */
import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { openDatabase } from './database.ts';

export interface Bare {
  /** `rows` turns' worth of rows in one durable commit. */
  commit(rows: number): void;
  close(): void;
}

/** What a row of the store holds on average, in bytes. */
export interface RowSizes { readonly document: number; readonly parcel: number }

/** As many documents as the store has, and outbox rows, of these sizes. What is written differs each time, or SQLite would leave the page as it is. */
export function openBare(file: string, people: number, sizes: RowSizes): Bare {
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
  const documents = Array.from({ length: 97 }, () => randomBytes(sizes.document));
  const parcels = Array.from({ length: 97 }, () => randomBytes(sizes.parcel));
  const some = (rows: readonly Buffer[], n: number): Buffer => rows[n % rows.length] ?? Buffer.alloc(0);
  const begin = db.prepare('begin immediate');
  const commit = db.prepare('commit');
  begin.run();
  for (let id = 1; id <= people; id += 1) {
    insert.run(id, some(documents, id));
    see.run(randomBytes(16), id);
  }
  commit.run();
  let next = 0;
  let written = 0;
  let turns = 0;
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
        turns += 1;
        put.run(some(documents, turns), next + 1);
        say.run(some(parcels, turns));
      }
      commit.run();
      written += rows;
    },
    close: () => db.close(),
  };
}

/** Of a store's file while it is open. Parcels must be waiting in it. */
export function sizesOf(file: string): RowSizes {
  const db = new Database(file, { readonly: true });
  const average = (sql: string): number => Math.round(Number(db.prepare(sql).pluck().get() ?? 0));
  const sizes = {
    document: average('select avg(length(document)) from (select document from subject limit 1000)'),
    parcel: average('select avg(length(body)) from (select body from outbox limit 1000)'),
  };
  db.close();
  return sizes;
}
