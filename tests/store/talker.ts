/**
 * A process that talks to a store until it is killed: `node talker.ts <folder> <name> <chats> [hold]`.
 * Each line of its output is a turn that was confirmed. With `hold` it only takes the write lock, for so many ms.
 */
import Database from 'better-sqlite3';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/store/sqlite.ts';

interface Doc { readonly n: number; readonly log: readonly string[] }
const [dir = '', name = '', chats = '4', hold] = process.argv.slice(2);

if (hold !== undefined) {
  const db = new Database(join(dir, 'mend.db'));
  db.exec('begin immediate');
  writeSync(1, 'held\n');
  setTimeout(() => db.exec('commit'), Number(hold));
} else {
  const store = openStore<Doc, null>({ file: join(dir, 'mend.db'), keyFile: join(dir, 'mend.db.key'), upgradePerson: (doc) => doc as Doc, upgradePlace: () => null, now: Date.now });
  if (name !== 'second') await store.recover();
  writeSync(1, 'ready\n');
  await Promise.all(Array.from({ length: Number(chats) }, (_, chat) => talk(chat)));

  async function talk(chat: number): Promise<void> {
    for (let i = 0; ; i += 1) {
      const id = `${name}:${chat}:${i}`;
      await store.turn({ kind: 'text', id, at: Date.now(), person: `terminal:${chat}`, here: { kind: 'terminal', id: `${chat}` }, locale: 'en', text: id, via: 'message' }, {
        needs: () => [],
        step: ({ person }) => ({
          after: { person: { n: (person?.n ?? 0) + 1, log: [...(person?.log ?? []), id].slice(-50) }, place: null },
          effects: [{ kind: 'say', to: 'here', cls: 'reply', messages: [{ kind: 'text', text: id }] }],
        }),
      });
      writeSync(1, `${id}\n`);
      for (const parcel of await store.claim(Date.now(), 4)) {
        const [work] = parcel.work;
        if (work?.kind === 'send') writeSync(1, `sent ${work.messages[0]?.text}\n`);
        await store.settle(parcel.id, { kind: 'sent', refs: [] });
      }
    }
  }
}
