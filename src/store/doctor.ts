/** What an operator should know about the files, as data: each fact with its cure when it is wrong. Changes nothing. */
import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { closeQuietly, damage, memory, type Db } from './database.ts';
import { keysFileOf } from './keys.ts';
import { tryToLead } from './leader.ts';
import { schemaOf } from './migrate.ts';
import { migrations } from './start.ts';
import { sqliteCode } from './store-error.ts';

export interface Fact { readonly about: string; readonly value: string; readonly ok: boolean; readonly cure?: string }
export interface DoctorOptions { readonly file: string; readonly keyFile: string; readonly keysMirror?: string }

export function doctor({ file, keyFile, keysMirror }: DoctorOptions): readonly Fact[] {
  if (file === memory) return [fact('database', 'in memory', true)];
  if (!existsSync(file)) return [fact('database', `${file} is missing`, false, 'start the bot once to make it, or set MEND_DB to where it is')];
  return [...databaseFacts(file), ...keyFacts(file, keyFile, keysMirror)];
}

function databaseFacts(file: string): readonly Fact[] {
  let db: Db | null = null;
  try {
    db = new Database(file, { readonly: true, timeout: 500 });
    const open = db;
    const count = (sql: string): number => Number(open.prepare(`select count(*) from ${sql}`).pluck().get());
    const wrong = damage(open);
    const newest = migrations.at(-1)?.number ?? 0;
    const erasures = count('erasure');
    const setAside = count('set_aside');
    return [
      fact('database', `${file}, ${sizeOf(file)}, log ${sizeOf(`${file}-wal`)}`, true),
      fact('damage', wrong[0] ?? 'none', wrong.length === 0, 'stop the bot and run `mend restore` with a backup'),
      fact('schema', `${schemaOf(open)} of ${newest}`, schemaOf(open) <= newest, 'update Mend'),
      fact('SQLite', String(open.prepare('select sqlite_version()').pluck().get()), true),
      fact('people and places', String(count('subject')), true),
      fact('messages that wait', String(count('outbox')), true),
      fact('timers', String(count('timer')), true),
      fact('unfinished erasures', String(erasures), erasures === 0, 'start the bot: it finishes them'),
      fact('events set aside', String(setAside), setAside === 0, 'look for their codes in the log and report them; they are dropped after 30 days'),
      leaderFact(file),
    ];
  } catch (error) {
    return [fact('database', `${file}: ${sqliteCode(error) ?? 'it cannot be read'}`, false, 'check its owner and mode, or run `mend restore` with a backup')];
  } finally {
    if (db) closeQuietly(db);
  }
}

function leaderFact(file: string): Fact {
  const leadership = tryToLead(file);
  leadership?.release();
  return fact('running bot', leadership ? 'no' : 'yes', true);
}

function keyFacts(file: string, keyFile: string, keysMirror: string | undefined): readonly Fact[] {
  const keys = keysFileOf(file);
  const isClosed = existsSync(keyFile) && (process.platform === 'win32' || (statSync(keyFile).mode & 0o077) === 0);
  return [
    fact('keys', existsSync(keys) ? `${keys}, ${sizeOf(keys)}` : 'missing', existsSync(keys), 'copy them back from MEND_KEYS_MIRROR'),
    fact('key file', existsSync(keyFile) ? keyFile : 'missing', existsSync(keyFile), 'put it back, or set MEND_KEY_FILE to where it is'),
    ...(existsSync(keyFile) ? [fact('key file is for its owner only', isClosed ? 'yes' : 'no', isClosed, `chmod 600 ${keyFile}`)] : []),
    ...(existsSync(`${keyFile}.next`) ? [fact('key change', 'was cut short', false, 'start the bot: it finishes it')] : []),
    mirrorFact(keys, keysMirror),
  ];
}

function mirrorFact(keys: string, mirror: string | undefined): Fact {
  if (mirror === undefined) return fact('copy of the keys', 'none (MEND_KEYS_MIRROR is not set)', true);
  const isThere = existsSync(mirror);
  const behind = isThere && existsSync(keys) ? statSync(keys).mtimeMs - statSync(mirror).mtimeMs : 0;
  const tooOld = 10 * 60_000;
  return fact('copy of the keys', isThere ? mirror : 'missing', isThere && behind < tooOld, 'check that MEND_KEYS_MIRROR can be written');
}

function fact(about: string, value: string, ok: boolean, cure?: string): Fact {
  return { about, value, ok, ...(ok || cure === undefined ? {} : { cure }) };
}

function sizeOf(file: string): string {
  return existsSync(file) ? `${Math.ceil(statSync(file).size / 1024)} KB` : 'none';
}
