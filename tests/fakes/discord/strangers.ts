/**
 * People who press what is not theirs, what is old, what nobody ever made, and moderators' commands of those who are none.
 * What somebody has in hand must stay as it is, and whoever tried gets a polite private word.
 */
import { pressablesOf, wordsOf } from './looks.ts';
import type { Interaction } from './interactions.ts';
import type { Person } from './person.ts';
import { channelId, type World } from './world.ts';

export interface Tried {
  readonly tried: number;
  /** Attempts after which something of anybody was another thing than before. */
  readonly changed: number;
  /** Without a word to the one who tried, though nothing was repeated. */
  readonly silent: number;
  /** Answers that others could read. */
  readonly public: number;
}

interface Document { readonly conversation: { readonly question: object | null; readonly flow?: unknown; readonly settings: unknown }; readonly records: readonly unknown[] }
/** What matters of a person: where the conversation stands and what is kept; not counts and times. */
async function standing(world: World, id: string): Promise<string> {
  const kept = (await world.store.read(`discord:${id}`)) as Document | null;
  if (kept === null) return 'nothing';
  const { conversation, records } = kept;
  // A question that is asked again, because the press did not answer it, is the same one with a new number.
  const question = conversation.question === null ? null : { ...conversation.question, of: 0, at: 0 };
  const { turns: _, asked: _asked, last: _last, session: _session, told: _told, opened: _opened, shown: _shown, taken: _taken, ...rest } = conversation as unknown as Record<string, unknown>;
  return JSON.stringify([{ ...rest, question }, records]);
}

const openings = ['/exercise boundary', 'how long does it take to trust again?', 'i want to kill myself', '/settings', '/forget', '/checkin', '/support'];

/** Every component that one person was ever shown, pressed by another. */
export async function byOthers(world: World, components: number): Promise<Tried> {
  const ann = world.person('760000000000000001');
  const ben = world.person('760000000000000002', { guild: world.guild, channel: channelId });
  for (const words of openings) { ann.say(words); await world.settled(); }
  // Half way through something, with a question open.
  ann.say('/exercise boundary');
  await world.settled();
  ben.command('/help');
  await world.settled();
  const before = await standing(world, ann.id);
  const all = [...new Map(ann.got.flatMap((shown) => pressablesOf(shown).map((button) => [button.value ?? button.custom_id, { shown, button }] as const))).values()].slice(0, components);
  const sums = { tried: 0, changed: 0, silent: 0, public: 0 };
  for (const { shown, button } of all) {
    const result = await attempt(world, ben, () => ben.pressed(button.custom_id, { ...shown, channel: channelId, only: null, id: String(BigInt(shown.id) + 1n) }));
    add(sums, { ...result, changed: (await standing(world, ann.id)) === before ? 0 : 1 });
  }
  return sums;
}

/** Presses that nobody was ever offered, that are over, and that came already; `chance`: 0 to 1, the same series again for the same trial. */
export async function forged(world: World, count: number, chance: () => number): Promise<Tried> {
  const sums = { tried: 0, changed: 0, silent: 0, public: 0 };
  // Looking through a chat of thousands would take longer than the trial.
  for (let chat = 0; sums.tried < count; chat += 1) add(sums, await forgedIn(world, String(761_000_000_000_000_000n + BigInt(chat)), Math.min(pressesInAChat, count - sums.tried), chance));
  return sums;
}

const pressesInAChat = 250;

async function forgedIn(world: World, id: string, count: number, chance: () => number): Promise<Tried> {
  const ann = world.person(id);
  ann.say('/exercise boundary');
  await world.settled();
  ann.press('My time');
  await world.settled();
  const old = ann.got.flatMap(pressablesOf).map(({ custom_id }) => custom_id).filter((wire) => !ann.got.slice(-1).flatMap(pressablesOf).some((button) => button.custom_id === wire));
  const before = await standing(world, ann.id);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const pieces = ['c', 'o', 'f', 'j', 'w', 'd', '', '|', '||', '1', '2', '3', '-1', '1e3', '99999999', 'yes', 'no', 'back', 'my-time', '__proto__', 'constructor', 'discord:760000000000000001', 'exercise.nobody', 'e', 'a', '~300', '\u202E', '\u0000', 'x'.repeat(70)];
  const joined = (): string => Array.from({ length: 1 + Math.floor(chance() * 4) }, () => pick(pieces)).join(chance() < 0.8 ? '|' : '').slice(0, 100) || 'c';
  const form = (): string => `f|${pick(['0', '1', '2', '3', '4', '99999999'])}~${pick(['1', '300', '999999'])}`;
  const one = (): string => (chance() < 0.2 && old.length > 0 ? pick(old) : chance() < 0.05 ? form() : joined());
  const sums = { tried: 0, changed: 0, silent: 0, public: 0 };
  let last: Interaction | null = null;
  while (sums.tried < count) {
    const again = last;
    const wire = one();
    // What leads somewhere for ever, or deletes nothing but opens a page, is no forgery.
    if (/^o\|[a-z]\|/u.test(wire)) continue;
    const replayed = again !== null && chance() < 0.1;
    const told = world.fake.shownTo(ann.id).length;
    if (replayed) world.fake.replay(again);
    else last = ann.pressed(wire);
    await world.settled();
    // A form that was offered opens before any turn; what is sent in by it is the press.
    if (!replayed && last?.first === 9) {
      last = ann.fill(last, 'please leave my phone alone');
      await world.settled();
    }
    // An edit that leaves the same word where it stands is a word, too.
    const replies = world.fake.shownTo(ann.id).slice(told).map(wordsOf).filter((text) => text !== '');
    add(sums, { tried: 1, changed: (await standing(world, ann.id)) === before ? 0 : 1, silent: !replayed && replies.length === 0 && !old.includes(wire) ? 1 : 0, public: 0 });
  }
  return sums;
}

/** Every moderator's command by somebody who is none: a member, a moderator of another server, one who was a moderator. */
export async function moderatorsCommands(world: World): Promise<Tried> {
  const { fake, guild } = world;
  const weekly = fake.commands().find((command) => command['name'] === 'weekly');
  const subs = ((weekly?.['options'] ?? []) as readonly { readonly name: string; readonly options?: readonly { readonly name: string; readonly required?: boolean }[] }[]);
  const elsewhere = fake.addGuild('500000000000000002', ['600000000000000002']);
  const people = ['760000000000000011', '760000000000000012', '760000000000000013'] as const;
  elsewhere.members.set(people[1], { permissions: 32n, roles: new Set() });
  guild.members.set(people[2], { permissions: 32n, roles: new Set() });
  const given: Readonly<Record<string, string>> = { day: 'monday', time: '19:00', timezone: 'Europe/Berlin', channel: channelId };
  const options = (sub: (typeof subs)[number]): Readonly<Record<string, string>> => Object.fromEntries((sub.options ?? []).flatMap(({ name, required }) => (required ? [[name, given[name] ?? '1']] : [])));
  const sums = { tried: 0, changed: 0, silent: 0, public: 0 };
  for (const [index, id] of people.entries()) {
    const person = world.person(id, { guild, channel: channelId });
    // The third was a moderator until a moment ago, and is not any more when the command arrives.
    if (index === 2) guild.members.set(id, { permissions: 0n, roles: new Set() });
    for (const sub of subs) {
      const result = await attempt(world, person, () => person.command(`/weekly ${sub.name}`, options(sub), true));
      const posted = fake.rooms.history(channelId, { limit: 100 }).length;
      add(sums, { ...result, changed: posted });
    }
  }
  return sums;
}

/** 0 to 1, the same series for the same number (a linear congruence, Numerical Recipes' constants). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

async function attempt(world: World, person: Person, does: () => Interaction): Promise<Tried> {
  const before = person.got.length;
  const open = new Set(world.fake.rooms.history(channelId, { limit: Infinity }).map(({ id }) => id));
  const interaction = does();
  await world.settled();
  const loud = world.fake.rooms.history(channelId, { limit: Infinity }).filter(({ id }) => !open.has(id) && id !== interaction.on).length;
  const words = person.got.slice(before).map(wordsOf).filter((text) => text !== '');
  return { tried: 1, changed: 0, silent: words.length === 0 && interaction.first !== 9 ? 1 : 0, public: loud };
}

function add(sums: { -readonly [key in keyof Tried]: number }, more: Tried): void {
  for (const key of Object.keys(sums) as (keyof Tried)[]) sums[key] += more[key];
}
