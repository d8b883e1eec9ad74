/**
 * The shape of the tables, forward only. Each step is one transaction together with its number,
 * so a kill leaves the old shape or the new one, never a mixture. Steps touch clear columns only: what is encrypted
 * upgrades when it is loaded.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Db } from './database.ts';
import { StoreError, isStorage } from './store-error.ts';

export interface Migration { readonly number: number; readonly name: string; readonly sql: string }

/** `0001-start.sql`, `0002-...`: numbers without gaps from 1. */
export function migrationsIn(folder: URL): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), name, sql: readFileSync(new URL(name, folder), 'utf8') }));
}

/** Brings the tables up to the last step. A database from a newer program is refused. */
export function migrate(db: Db, file: string, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.number ?? 0;
  refuseNewer(schemaOf(db), newest, file);
  refuseForeign(db, file);
  for (const step of migrations) {
    if (step.number <= schemaOf(db)) continue;
    try {
      db.exec('begin immediate');
      // Another process may have done this step while we waited.
      if (schemaOf(db) < step.number) {
        db.exec(step.sql);
        db.pragma(`user_version = ${step.number}`);
      }
      db.exec('commit');
    } catch (error) {
      if (db.inTransaction) db.exec('rollback');
      if (isStorage(error)) throw error;
      throw new StoreError('migration-failed', `${file}: step ${step.name} failed and was taken back: use the version of Mend that last worked, and report it.`, error);
    }
  }
}

export function schemaOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function refuseNewer(found: number, newest: number, file: string): void {
  if (found > newest) {
    throw new StoreError('newer-database', `${file}: it was written by a newer Mend (schema ${found}, this one knows ${newest}): update Mend, or restore a backup made before the update.`);
  }
}

/** A data file of another program, named by mistake, must not get our tables. */
function refuseForeign(db: Db, file: string): void {
  if (db.prepare("select 1 from sqlite_schema where type = 'table' limit 1").get() === undefined || schemaOf(db) > 0) return;
  throw new StoreError('cannot-open', `${file}: this is a database of another program: name another file.`);
}
