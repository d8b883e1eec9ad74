/**
 * One of several bots on one database, killed in the middle of its work: `node community-process.ts <folder> <communities> <kills> <clock> [prepare]`.
 * `clock`: simulated ms minus real ms. It leads when nobody else does. What it sends is a line in `sent`, which outlives it; of each
 * community the first post kills it, before or after the line, as long as there are kills left.
 * With `prepare` it sets up every community's schedule (Monday 19:00 UTC), and ends.
 */
import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Adapter, Delivery } from '../../src/adapters/adapter.ts';
import { assemble } from '../../src/commands/assembly.ts';
import { openBotStore } from '../../src/commands/files.ts';
import type { Config } from '../../src/config.ts';
import type { PersonId, PlaceId, Route } from '../../src/conversation/event.ts';
import type { Library } from '../../src/conversation/knowledge.ts';
import type { Parcel } from '../../src/conversation/parcel.ts';
import { noReading } from '../../src/conversation/reading.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { tryToLead } from '../../src/store/leader.ts';
import { operator } from '../talk.ts';

const [folder = '', communities = '1', kills = '0', offset = '0', prepare] = process.argv.slice(2);
const file = join(folder, 'mend.db');
// The content is read once, by the process that prepares: the others are to be ready soon.
const contentFile = join(folder, 'content.json');
if (prepare !== undefined) writeFileSync(contentFile, JSON.stringify((await import('../knowledge-of-project.ts')).projectLibrary()));
const library = JSON.parse(readFileSync(contentFile, 'utf8')) as Library;
const clock = { now: () => Date.now() + Number(offset), elapsed: () => performance.now(), after: (ms: number, run: () => void) => { const timer = setTimeout(run, ms); return () => clearTimeout(timer); } };
let leadership = tryToLead(file);
while (!leadership) {
  await pause(10);
  leadership = tryToLead(file);
}

let onTheWay = 0;
let wake: () => void = () => undefined;
const store = openBotStore({ db: file, keyFile: `${file}.key`, keysMirror: null } as unknown as Config, { now: clock.now, wake: () => wake() });
const adapter: Adapter = {
  name: 'discord', routes: ['discord-interaction', 'discord-dm', 'discord-channel', 'telegram'],
  // One at a time, so that a kill makes one send unsure and no more.
  gate: { open: () => (onTheWay > 0 ? 0 : 1), opensIn: () => 2, passed: (parcels) => { onTheWay += parcels.length; } },
  start: () => Promise.resolve(), stop: () => Promise.resolve(),
  async deliver(parcel) {
    try {
      return await sent(parcel);
    } finally {
      onTheWay -= 1;
    }
  },
};

async function sent(parcel: Parcel): Promise<Delivery> {
  await pause(0);
  const where = `${parcel.route.kind}:${'id' in parcel.route ? parcel.route.id : ''}`;
  const mark = join(folder, 'killed', where.replaceAll(':', '_'));
  const dies = parcel.cls === 'post' && parcel.work[0]?.kind === 'send' && !existsSync(mark) && readdirSync(join(folder, 'killed')).length < Number(kills);
  if (dies) writeFileSync(mark, '');
  if (dies && parcel.nonce.charCodeAt(0) % 2 === 0) process.kill(process.pid, 'SIGKILL');
  // Discord answers a nonce that it knows with the message that is there.
  const nonce = join(folder, 'nonces', parcel.nonce);
  const again = parcel.route.kind === 'discord-channel' && existsSync(nonce);
  if (!again) for (const work of parcel.work) if (work.kind === 'send') for (const { text } of work.messages) appendFileSync(join(folder, 'sent'), `${JSON.stringify({ cls: parcel.cls, where, text })}\n`);
  writeFileSync(nonce, '');
  if (dies) process.kill(process.pid, 'SIGKILL');
  return { settled: { kind: 'sent', refs: [`m${parcel.id}`] } };
}

const { bot, courier, timers } = assemble({ store, adapters: [adapter], library: () => library, operator, understand: () => () => noReading, ready: () => Promise.resolve(), log: silentLog, metrics: createMetrics(), clock });
wake = courier.wake;
appendFileSync(join(folder, 'led'), `${process.pid}\n`);
await store.recover();
if (prepare === undefined) {
  courier.wake();
  timers.start();
} else {
  for (let i = 0; i < Number(communities); i += 1) await setUp(i);
  await store.close();
  process.exit(0);
}

/** Every second community is a Telegram group, where no nonce makes a second send harmless. */
async function setUp(i: number): Promise<void> {
  const platform = i % 2 === 0 ? 'discord' : 'telegram';
  const place: PlaceId = platform === 'discord' ? `discord-place:${i}` : `telegram-place:-${i}`;
  const person: PersonId = `${platform}:${100_000 + i}`;
  const here: Route = platform === 'discord' ? { kind: 'discord-interaction', app: '1', id: `${i}`, token: `${i}`, until: clock.now() + 900_000 } : { kind: 'telegram', id: `-${i}` };
  const base = { at: clock.now(), person, here, locale: 'en', place, moderator: true };
  const options = platform === 'discord' ? { what: 'schedule', day: 'monday', time: '19:00', timezone: 'UTC', channel: `${i}` } : { text: 'schedule monday 19:00 utc' };
  await bot.receive({ ...base, id: `${platform}:ask:${i}`, kind: 'command', name: 'weekly', options });
  await bot.receive({ ...base, id: `${platform}:yes:${i}`, kind: 'press', press: { kind: 'moderate', by: person, of: 1, choice: 'yes' }, ref: 'm', public: false });
}
