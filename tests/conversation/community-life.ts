/**
 * Any life of a community, and what those who run it see of it, compared with what really happened. `lived` throws on the first
 * look that tells too much. Nothing here knows how the bot counts: people, values and weeks are written down beside it.
 */
import fc from 'fast-check';
import type { Library } from '../../src/conversation/knowledge.ts';
import { choicesOf } from '../talk.ts';
import { openCommunity, type Community, type Seen } from '../community.ts';
import { documentOf } from './community-attack.ts';

export type Deed =
  | { readonly kind: 'join'; readonly who: number; readonly schedule: number; readonly values: readonly (number | null)[] }
  | { readonly kind: 'begin'; readonly who: number }
  | { readonly kind: 'forget'; readonly who: number }
  | { readonly kind: 'moderate'; readonly what: 'now' | 'skip' | 'pause' | 'resume' | 'stop' | 'schedule' }
  | { readonly kind: 'later'; readonly hours: number };

export interface Life { readonly joined: number; readonly weeks: number; readonly looks: number; /** One line a closed week, as moderators see it. */ readonly results: readonly string[] }

const hour = 3_600_000;
/** So late after its time may a timer fire. */
const breath = 5 * 60_000;
const secret = 'umbrella-on-the-balcony';
const days = ['monday', 'tuesday'] as const;

export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(fc.oneof(
  { weight: 30, arbitrary: fc.record({ kind: fc.constant('join' as const), who: fc.integer({ min: 1, max: 16 }), schedule: fc.nat(1), values: fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 8 }), { minLength: 3, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('begin' as const), who: fc.integer({ min: 50, max: 52 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('forget' as const), who: fc.integer({ min: 1, max: 16 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('moderate' as const), what: fc.constantFrom('now', 'skip', 'pause', 'resume', 'stop', 'schedule') }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('later' as const), hours: fc.constantFrom(1, 5, 7, 13, 25, 80, 170) }) },
), { minLength: 30, maxLength: 90 });

interface Week { readonly posted: number; readonly parts: Map<number, Readonly<Record<string, number>>>; shown: number; changed: number | null; /** Stopped, or the next one came within a day. */ short: boolean }

export async function lived(library: Library, life: readonly Deed[]): Promise<Life> {
  const community = openCommunity(library);
  // Who runs it takes part too: person 1.
  const moderator = community.member('1', { moderator: true });
  const weeks = new Map<string, Week>();
  const frozen = new Map<string, string>();
  let looks = 0;
  let joined = 0;
  let followed = 0;

  const schedule = async (day: string): Promise<void> => {
    await moderator.command('weekly', { what: 'schedule', day, time: '19:00', timezone: 'UTC', channel: day });
    await moderator.press('Yes, set it up');
  };
  const openSlots = async (): Promise<readonly string[]> => ((await documentOf(community, 'discord-place:900'))?.schedules ?? []).flatMap(({ open }) => (open ? [open.slot] : []));

  /** The public messages since the last look: the number of people, and when it changed. */
  async function channel(): Promise<void> {
    const seen = community.posts();
    for (const post of seen.slice(followed)) {
      const press = choicesOf(post.message)[0]?.press;
      const slot = press?.kind === 'join' ? press.slot : fault('a post without its button');
      const week = weeks.get(slot) ?? { posted: post.at, parts: new Map(), shown: 0, changed: null, short: false };
      for (const [earlier, { posted }] of weeks) if (earlier !== slot && earlier.split('-')[0] === slot.split('-')[0] && !weeks.has(slot) && post.at - posted < 24 * hour) (weeks.get(earlier) ?? fault('never posted')).short = true;
      weeks.set(slot, week);
      const told = Number(/(\d+) people or more/u.exec(post.text)?.[1] ?? 0);
      if (told % 5 !== 0 || told < week.shown) fault(`the number of people goes from ${week.shown} to ${told}`);
      if (told !== week.shown) {
        // A little before a whole number of hours, where the post itself arrived a little late.
        if ((post.at - week.posted + breath) % (6 * hour) > 2 * breath) fault(`the number of people changes ${post.at - week.posted} ms after the post`);
        if (week.changed !== null && post.at - week.changed < 6 * hour - breath) fault('two changes within six hours');
        week.changed = post.at;
        week.shown = told;
      }
      noSecrets(post.text);
    }
    followed = seen.length;
    for (const slot of await openSlots()) if (!weeks.has(slot)) fault(`${slot} is open and was never posted`);
  }

  /** All that those who run it can ask for, as one text. */
  async function look(): Promise<string> {
    looks += 1;
    const [status, results] = [await moderator.command('weekly', { what: 'status' }), await moderator.command('weekly', { what: 'results', weeks: '26' })];
    const all = [...status, ...results].map((each) => shownOf(each)).join('\n');
    noSecrets(all);
    compare(results);
    return all;
  }

  /** Results against what happened; and what was told once is told for ever. */
  function compare(results: readonly Seen[]): void {
    const file = results.map((each) => each.message).find((message) => message.kind === 'file');
    const rows = file?.kind === 'file' ? file.content.trim().split('\r\n').slice(1).map((row) => row.split(',')) : [];
    const text = results.map((each) => each.text).join('\n');
    for (const slot of new Set(rows.map(([date, id]) => `${id}-${date}`))) {
      const own = rows.filter(([date, id]) => `${id}-${date}` === slot);
      const line = own.map((row) => row.join(',')).join(';');
      const before = frozen.get(slot);
      if (before !== undefined && before !== line) fault(`${slot} was "${before}" and is "${line}"`);
      if (before === undefined) inBounds(slot, weeks.get(slot) ?? fault(`${slot} was never posted`), own);
      frozen.set(slot, line);
      for (const [date, , people, question, ...cells] of own) {
        if (!text.includes(people === 'fewer than 5' ? `Week of ${date}: fewer than five` : people === 'too short' ? `Week of ${date}: it was open for less` : `Week of ${date}: ${people} people or more`)) fault(`the text does not say of ${date} what the table says`);
        const words = cells.map((cell) => (cell === 'merged' ? 'counted with the middle' : `${cell}%`));
        if (question && !text.includes(`0-3: ${words[0]}, 4-6: ${words[1]}, 7-10: ${words[2]}`)) fault(`the text has other shares for ${question} of ${date} than the table`);
      }
    }
  }

  async function does(deed: Deed): Promise<void> {
    switch (deed.kind) {
      case 'later': return later(community, deed.hours * hour);
      case 'moderate': {
        if (deed.what === 'schedule') return schedule(days[looks % 2] ?? 'monday');
        const open = await openSlots();
        let replies = await moderator.command('weekly', { what: deed.what });
        for (let i = 0; i < 2; i += 1) {
          const choice = replies.flatMap((each) => choicesOf(each.message)).find((each) => each.press.kind === 'moderate' && each.press.choice !== 'no');
          if (choice) replies = await moderator.pressed(choice.press);
        }
        const left = new Set(await openSlots());
        if (deed.what === 'stop') for (const slot of open) if (!left.has(slot)) (weeks.get(slot) ?? fault('never posted')).short = true;
        return;
      }
      default: {
        const before = await look();
        await byPerson(deed);
        const after = await look();
        if (before !== after) fault(`one person's doing is seen: ${JSON.stringify(deed)}\n${before}\n---\n${after}`);
      }
    }
  }

  async function byPerson(deed: Extract<Deed, { readonly who: number }>): Promise<void> {
    const who = community.member(String(deed.who), { moderator: deed.who === 1 });
    if (deed.kind === 'forget') {
      await who.command('forget');
      await who.press('Delete everything now');
      for (const [slot, week] of weeks) if (!frozen.has(slot)) week.parts.delete(deed.who);
      return;
    }
    const slots = await openSlots();
    const slot = slots[('schedule' in deed ? deed.schedule : 0) % Math.max(1, slots.length)];
    if (slot === undefined) return;
    let seen = await who.pressed({ kind: 'join', slot });
    if (deed.kind === 'begin') return;
    const values: Record<string, number> = {};
    for (const [i, value] of deed.values.entries()) {
      const scale = seen.map((each) => each.message).find((message) => message.kind === 'scale');
      if (scale?.kind !== 'scale') return;
      const skip = choicesOf(scale).find((choice) => choice.label === 'Skip');
      seen = await who.pressed(value === null && skip ? skip.press : { kind: 'choose', of: scale.of, choice: String(value ?? 5) });
      if (value !== null || !skip) values[['self', 'partner', 'safe'][i] ?? ''] = value ?? 5;
    }
    await who.say(secret);
    const week = weeks.get(slot) ?? fault('never posted');
    if (Object.keys(values).length > 0 && !week.parts.has(deed.who)) {
      joined += 1;
      week.parts.set(deed.who, values);
    }
  }

  try {
    for (const day of days) await schedule(day);
    await later(community, 56 * hour);
    for (const deed of life) {
      await channel();
      await does(deed);
    }
    await later(community, 170 * hour);
    await channel();
    await look();
    for (const each of await moderator.command('weekly', { what: 'history' })) noSecrets(each.text.replaceAll('discord:1', ''));
  } finally {
    await community.close();
  }
  return { joined, weeks: frozen.size, looks, results: [...frozen].map(([slot, line]) => `${slot}: ${line}`).toSorted() };
}

/** What a frozen week may tell of the people in it. */
function inBounds(slot: string, week: Week, rows: readonly (readonly string[])[]): void {
  const people = week.parts.size;
  const told = rows[0]?.[2] ?? '';
  if ((told === 'too short') !== week.short) fault(`${slot}: "${told}", and it was ${week.short ? '' : 'not '}too short`);
  if (week.short) return;
  if (told === 'fewer than 5') return people < 5 && week.shown < 5 ? undefined : fault(`${slot}: ${people} people, and "fewer than five"`);
  if (Number(told) !== Math.max(week.shown, people - (people % 5)) || Number(told) < 5) fault(`${slot}: ${people} people, ${week.shown} shown, and "${told}"`);
  for (const [, , , question = '', ...cells] of rows) {
    if (question === '') continue;
    const values = [...week.parts.values()].flatMap((each) => each[question] ?? []);
    const [low = 0, middle = 0, high = 0] = [[0, 3], [4, 6], [7, 10]].map(([from = 0, to = 0]) => values.filter((value) => value >= from && value <= to).length);
    const groups = cells[0] === 'merged' ? [null, low + middle, high] : cells[2] === 'merged' ? [low, middle + high, null] : [low, middle, high];
    for (const [i, count] of groups.entries()) {
      if (count === null) continue;
      if (count > 0 && count < 5) fault(`${slot}, ${question}: a band of ${count} is shown`);
      if (cells[i] !== String(Math.round((count / values.length) * 10) * 10)) fault(`${slot}, ${question}: ${count} of ${values.length} are told as ${cells[i] ?? ''}%`);
    }
    if (values.length < 5) fault(`${slot}, ${question}: ${values.length} answers are shown`);
  }
}

function noSecrets(text: string): void {
  const found = new RegExp(`discord:\\d|telegram:\\d|<@\\d|${secret}`, 'u').exec(text);
  if (found) fault(`"${found[0]}" is seen by those who run the community`);
}

/** Text, and every point of a picture. */
function shownOf({ message, text }: Seen): string {
  return message.kind === 'chart' ? `${text}\n${JSON.stringify(message.lines)}` : message.kind === 'file' ? message.content : text;
}

/** From one due time to the next, instead of minute by minute. */
async function later(community: Community, ms: number): Promise<void> {
  const until = community.clock.now() + ms;
  for (;;) {
    const next = await community.store.nextDue();
    if (next === null || next > until) break;
    if (next > community.clock.now()) await community.clock.set(next);
    await community.clock.pass(60_100);
  }
  if (until > community.clock.now()) await community.clock.set(until);
  // What was posted last may still be on its way.
  for (let i = 0; i < 20; i += 1) await community.clock.pass(1);
}

function fault(what: string): never {
  throw new Error(what);
}
