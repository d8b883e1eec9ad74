/**
 * A disk that is really full: `node scripts/store-full.ts FOLDER`, where FOLDER is a small file system of its own, such as
 * `mount -t tmpfs -o size=1m tmpfs FOLDER`. Fills it with turns, frees room, and checks that nothing confirmed was lost,
 * nothing refused was kept, and that the store goes on without a restart.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../src/store/sqlite.ts';
import { Unavailable } from '../src/store/store.ts';

interface Doc { readonly n: number; readonly noise: string }
const [folder = '.'] = process.argv.slice(2);
const ballast = join(folder, 'ballast');
writeFileSync(ballast, Buffer.alloc(200_000, 1));
const store = openStore<Doc, null>({ file: join(folder, 'mend.db'), keyFile: join(folder, 'key'), upgradePerson: (doc) => doc as Doc, upgradePlace: () => null, now: Date.now });
await store.recover();
let ids = 0;
const turn = (person: number): Promise<string> => {
  ids += 1;
  const noise = Array.from({ length: 60 }, () => Math.random().toString(36)).join('');
  return store.turn({ kind: 'text', id: `full:${ids}`, at: Date.now(), person: `terminal:${person}`, here: { kind: 'terminal', id: `${person}` }, locale: 'en', text: 'x', via: 'message' }, {
    needs: () => [],
    step: ({ person: before }) => ({ after: { person: { n: (before?.n ?? 0) + 1, noise }, place: null }, effects: [] }),
  });
};
const counted = new Map<number, number>();
let refused = 0;
let codes = '';
const groups = async (many: number): Promise<number> => {
  let kept = 0;
  for (let i = 0; i < many; i += 1) {
    const people = Array.from({ length: 32 }, (_, k) => i * 32 + k);
    const results = await Promise.allSettled(people.map(turn));
    for (const [k, result] of results.entries()) {
      if (result.status === 'fulfilled') {
        counted.set(people[k] ?? 0, (counted.get(people[k] ?? 0) ?? 0) + 1);
        kept += 1;
      } else if (result.reason instanceof Unavailable) {
        refused += 1;
        codes = result.reason.code;
      } else throw result.reason;
    }
  }
  return kept;
};
const before = await groups(40);
const whileFull = refused;
rmSync(ballast);
const after = await groups(2);
let wrong = 0;
for (const [person, n] of counted) {
  const kept = await store.read(`terminal:${person}`) as { conversation: Doc } | null;
  if (kept?.conversation.n !== n) wrong += 1;
}
const damage = store.damage();
await store.close();
process.stdout.write(`kept ${before}, refused ${whileFull} (${codes}), kept after room was made ${after}, wrong ${wrong}, damage ${damage.length}\n`);
process.exitCode = wrong === 0 && whileFull > 0 && after === 64 && damage.length === 0 ? 0 : 1;
