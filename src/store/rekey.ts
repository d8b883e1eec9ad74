/**
 * A new master key. It lies beside the old one until every wrapped key is under it, which is one transaction;
 * a kill before it leaves the old key right, a kill after it leaves the new one right, and the next start sees which.
 * Nothing a person wrote is touched: only the wrapping of their keys changes.
 */
import type { KeyObject } from 'node:crypto';
import { openCipher, type Cipher } from './cipher.ts';
import { closeQuietly, emptyWal, openDatabase, type Db } from './database.ts';
import { keysFileOf, masterOf, wrapPurpose } from './keys.ts';
import { leadOrRefuse } from './leader.ts';
import { adoptNextKey, makeMasterKey, nextKeyFile } from './master-key.ts';
import { openMirror } from './mirror.ts';

export interface RekeyOptions {
  readonly file: string;
  readonly keyFile: string;
  readonly keysMirror?: string;
  /** Called before each step: a test kills the process there. */
  at?(step: 'new key' | 'wrap' | 'adopt' | 'mirror'): void;
}

/** Returns how many keys were wrapped anew. */
export async function rekey({ file, keyFile, keysMirror, at }: RekeyOptions): Promise<{ readonly keys: number }> {
  const leadership = leadOrRefuse(file, 'rekey');
  const keysFile = keysFileOf(file);
  const cipher = openCipher();
  const db = openDatabase(keysFile);
  try {
    const old = masterOf(db, { file: keysFile, masterFile: keyFile, cipher });
    at?.('new key');
    const fresh = makeMasterKey(nextKeyFile(keyFile));
    at?.('wrap');
    const keys = db.transaction(() => rewrap(db, cipher, old, fresh)).immediate();
    at?.('adopt');
    adoptNextKey(keyFile);
    emptyWal(db);
    at?.('mirror');
    await openMirror(db, keysMirror ?? null, () => undefined).now();
    return { keys };
  } finally {
    closeQuietly(db);
    leadership.release();
  }
}

const piece = 1000;

function rewrap(db: Db, cipher: Cipher, old: KeyObject, fresh: KeyObject): number {
  const again = (name: number | string, wrapped: Buffer): Buffer => cipher.seal(fresh, wrapPurpose(name), cipher.open(old, wrapPurpose(name), wrapped));
  const setFixed = db.prepare<[Buffer, string]>('update fixed set value = ? where name = ?');
  for (const { name, value } of db.prepare<[], { name: string; value: Buffer }>("select name, value from fixed where name <> 'store'").all()) setFixed.run(again(name, value), name);
  const select = db.prepare<[number, number], { id: number; wrapped: Buffer }>('select id, wrapped from key where id > ? order by id limit ?');
  const set = db.prepare<[Buffer, number]>('update key set wrapped = ? where id = ?');
  let count = 0;
  let last = 0;
  for (;;) {
    const rows = select.all(last, piece);
    for (const { id, wrapped } of rows) set.run(again(id, wrapped), id);
    count += rows.length;
    last = rows.at(-1)?.id ?? last;
    if (rows.length < piece) return count;
  }
}
