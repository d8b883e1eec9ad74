/**
 * What Telegram and its clients say more than once: an update posted three times at the same moment, a press that a phone sends again
 * under new update ids, and a batch whose later update was done when the process was killed in the earlier one.
 */
import { settingsFor, quietOf } from './campaigns.ts';
import { standOf, type Kept } from './load.ts';
import { phoneOf } from './phone.ts';
import { planting } from './planted.ts';
import { serve } from './served.ts';
import { fakeTelegram } from './server.ts';
import type { World } from './world.ts';

export interface Repeated {
  readonly posted: number;
  /** Posts that were not answered 2xx. */
  readonly refused: number;
  /** People who are not where one update and one press leads, and those who were told too little or too much. */
  readonly astray: number; readonly miscounted: number;
}

const opening = '/start exercise_boundary';

/** `world` takes updates by webhook. Person 1 does everything once; what happens to all others must be the same. */
export async function repeated(world: World, people: number): Promise<Repeated> {
  const { fake, store } = world;
  const calm = world.phone(1);
  calm.say(opening);
  await world.settled();
  const shown = calm.got.at(-1);
  const data = shown?.rows[0]?.[0]?.callback_data;
  if (!shown || data === undefined) throw new Error('nothing to press');
  calm.pressed(data);
  await world.settled();
  const standing = async (id: number): Promise<string> => standOf(((await store.read(`telegram:${id}`)) as { readonly conversation: Kept }).conversation);
  const wanted = { stand: await standing(1), texts: calm.got.map(({ text }) => text) };

  let updateId = 1_000_000;
  let refused = 0;
  let posted = 0;
  const post = async (body: string): Promise<void> => {
    posted += 1;
    const taken = await fetch(fake.hookTo ?? '', { method: 'POST', body, headers: { 'x-telegram-bot-api-secret-token': 'a-secret' } }).then(({ ok }) => ok, () => false);
    if (!taken) refused += 1;
  };
  const thrice = (content: object): Promise<unknown> => {
    const body = JSON.stringify({ update_id: updateId += 1, ...content });
    return Promise.all([post(body), post(body), post(body)]);
  };
  const ids = Array.from({ length: people }, (_, index) => 100 + index);
  for (let from = 0; from < people; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    const about = (id: number): { readonly from: object; readonly chat: object } => ({ from: { id, is_bot: false, first_name: 'A', language_code: 'en' }, chat: { id, type: 'private', first_name: 'A' } });
    await Promise.all(some.map((id) => thrice({ message: { message_id: 1, date: 1, text: opening, ...about(id) } })));
    await world.settled();
    // Five new update ids, each of them three times, all at the same moment.
    await Promise.all(some.flatMap((id) => [1, 2, 3, 4, 5].map((time) => {
      const on = fake.chats.sent(String(id)).at(-1)?.id ?? 2;
      return thrice({ callback_query: { id: `${id}-${time}`, chat_instance: '1', data, message: { message_id: on, date: 1, chat: about(id).chat }, from: about(id).from } });
    })));
    await world.settled();
  }
  let astray = 0;
  let miscounted = 0;
  for (const id of ids) {
    if (await standing(id) !== wanted.stand) astray += 1;
    if (fake.chats.sent(String(id)).map(({ text }) => text).join('\n') !== wanted.texts.join('\n')) miscounted += 1;
  }
  return { posted, refused, astray, miscounted };
}

/** People whose posts are out at the same time. */
const atOnce = 20;

export interface Outran { readonly pairs: number; /** Done in the first process, before its kill. */ readonly before: number; readonly lost: number; readonly doubled: number }

/** Of each pair of updates the second is done and the first hangs when the process is killed; none of them was confirmed. */
export async function outran(folder: string, pairs: number, pause: (ms: number) => Promise<unknown>): Promise<Outran> {
  const fake = await fakeTelegram();
  const settings = settingsFor(fake, folder);
  // Update ids start at 1001: odd ones are the first of a pair.
  const people = Array.from({ length: pairs * 2 }, (_, index) => phoneOf(fake, 100 + index));
  for (const phone of people) phone.say(opening);
  const first = serve({ ...settings, NODE_OPTIONS: planting('hangs-at-odd') });
  await first.ready();
  const told = (which: 0 | 1): number => people.filter((phone, index) => index % 2 === which && phone.got.length > 0).length;
  // A poll gives a hundred at once: as many people as that are in one batch.
  await fake.until(() => told(1) >= Math.min(pairs, 50));
  await pause(200);
  const before = told(1) + told(0);
  first.kill('SIGKILL');
  await first.ended;
  const second = serve(settings);
  await second.ready();
  await quietOf(fake, pause)();
  second.kill('SIGTERM');
  await second.ended;
  await fake.close();
  const calm = Math.min(...people.map((phone) => phone.got.length).filter((count) => count > 0));
  return {
    pairs, before,
    lost: people.filter((phone) => phone.got.length === 0).length,
    doubled: people.filter((phone) => new Set(phone.got.map(({ text }) => text)).size < phone.got.length || phone.got.length > calm).length,
  };
}
