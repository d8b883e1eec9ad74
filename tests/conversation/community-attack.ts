/**
 * People who may not run a community try to: every command and press that can be typed or forged, in any order, from a seed.
 * Returns what changed and what was said. Also run by `scripts/weekly-presses.ts`.
 */
import type { PlaceId } from '../../src/conversation/event.ts';
import type { Library } from '../../src/conversation/knowledge.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { PlaceState } from '../../src/conversation/place-state.ts';
import { guild, openCommunity, type Community, type Seen } from '../community.ts';

export interface Attacked {
  readonly tries: number;
  /** Tries after which the document of the community was another one. */
  readonly changes: number;
  /** People counted in the open week, or in weeks that nobody opened. */
  readonly counted: number;
  /** Replies that others than the one who tried could see. */
  readonly public: number;
  /** Tries to run the community that got no word. */
  readonly unanswered: number;
  readonly politelyRefused: number;
  /** What moderators read of it. */
  readonly history: string;
  /** Refusals written down. */
  readonly refusals: number;
}

export const other: PlaceId = 'discord-place:901';
export const openSlot = '1-2026-11-23';
const hour = 3_600_000;
const commands = ['schedule', 'now', 'skip', 'pause', 'resume', 'stop', 'status', 'results', 'history', 'help', '', 'NOW', 'drop table place', '@everyone', 'x'.repeat(4000)];
const numbers = [0, 1, 2, 3, 4, 5, 7, 42, -1, 1e9, Number.MAX_SAFE_INTEGER, Number.NaN];
const choices = ['yes', 'no', 'thread', 'card', '1', '2', '0', '__proto__', '', 'again', '999999999999'];
const slots = [openSlot, 'now', '1-2026-11-22', '2-2026-11-23', '99999-2026-11-23', '1-9999-99-99', `${guild}/${openSlot}`, `${guild}/now`, `${other}/${openSlot}`, `${other}/now`,
  'telegram-place:-1/now', 'discord-place:/now', '/', '//', '../now', 'discord:1/now', `${guild}/${guild}/now`, '0'.repeat(64), '__proto__'];
const opens = [`weekly-remind:${guild}`, `weekly-remind:${other}`, 'weekly-remind:', 'weekly', 'weekly-open:1', 'check-in', ''];

export async function attacked(library: Library, tries: number, seed: number): Promise<Attacked> {
  const community = openCommunity(library);
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const moderator = community.member('1', { moderator: true });
  for (const [day, channel] of [['monday', '55'], ['friday', '56']] as const) {
    await moderator.command('weekly', { what: 'schedule', day, time: '19:00', timezone: 'UTC', channel });
    await moderator.press('Yes, set it up');
  }
  await community.later(32 * hour);
  // Questions that are open for the moderator: somebody else, or the same person without the right, must not answer them.
  await moderator.command('weekly', { what: 'stop' });
  await moderator.press('1:');
  await moderator.command('weekly', { what: 'schedule', day: 'sunday', time: '08:00', timezone: 'UTC', channel: '57' });
  await community.member('3').command('what-can-i-say', { may: 'messages', channel: '55' });
  const before = JSON.stringify(await documentOf(community, guild));
  const asked = (await documentOf(community, guild))?.asked ?? 0;
  const result = { changes: 0, public: 0, unanswered: 0, politelyRefused: 0 };

  async function once(): Promise<{ readonly seen: readonly Seen[]; readonly runs: boolean }> {
    const kind = pick(['command', 'moderate', 'moderate', 'join', 'open', 'choose', 'elsewhere'] as const);
    // 1 ran it and lost the right, 3 may keep order and lost that; the others never could.
    const who = community.member(pick(['1', '2', '3', '4', '5', '66', '777']));
    if (kind === 'command') return { seen: await who.command(pick(['weekly', 'weekly', 'what-can-i-say']), { what: pick(commands), day: 'monday', time: '19:00', timezone: 'UTC', channel: '99' }), runs: true };
    const moderate: Press = { kind: 'moderate', by: pick(['discord:1', 'discord:2', 'discord:3', who.id, 'telegram:1', 'discord:']), of: pick([...numbers, asked, asked - 1, asked - 2]), choice: pick(choices) };
    if (kind === 'moderate') return { seen: await who.pressed(moderate), runs: true };
    // Who runs another server presses here what belongs there, and there what belongs here.
    if (kind === 'elsewhere') return { seen: await community.member(pick(['8', '1']), { moderator: true, place: other }).pressed(moderate), runs: true };
    if (kind === 'join') return { seen: await community.member(who.id.slice('discord:'.length), { place: pick([guild, other]) }).pressed({ kind: 'join', slot: pick(slots) }), runs: false };
    if (kind === 'open') return { seen: await who.pressed({ kind: 'open', what: pick(['menu', 'lines', 'answer', 'exercise', 'more']), id: pick(opens) }), runs: false };
    return { seen: await who.pressed({ kind: 'choose', of: pick(numbers), choice: pick(choices) }), runs: false };
  }

  for (let i = 0; i < tries; i += 1) {
    const { seen, runs } = await once();
    if (JSON.stringify(await documentOf(community, guild)) !== before) result.changes += 1;
    if (seen.some((each) => !['discord-interaction', 'discord-dm'].includes(each.route.kind) || ('aloud' in each.route && each.route.aloud === true))) result.public += 1;
    if (runs && seen.length === 0) result.unanswered += 1;
    if (seen.some((each) => each.text.includes('Only people who run this community') || each.text.includes('no longer open'))) result.politelyRefused += 1;
  }
  let counted = 0;
  for (const slot of slots) counted += await peopleIn(community, slot);
  const history = (await moderator.command('weekly', { what: 'history' })).map((each) => each.text).join('\n');
  const refusals = await refusalsOf(community);
  await community.close();
  return { tries, ...result, counted, history, refusals };
}

/** The document as the next turn would find it. */
export async function documentOf(community: Community, place: PlaceId): Promise<PlaceState | null> {
  let found: PlaceState | null = null;
  await community.store.turn({ id: `look:${Math.random()}`, at: community.clock.now(), kind: 'trouble', subject: place, what: 'expired' }, {
    needs: () => [],
    step(before) {
      found = before.place;
      return { after: before, effects: [] };
    },
  });
  return found;
}

async function peopleIn(community: Community, slot: string): Promise<number> {
  let people = 0;
  await community.store.turn({ id: `look:${Math.random()}`, at: community.clock.now(), kind: 'trouble', subject: slot.includes(other) ? other : guild, what: 'expired' }, {
    needs: () => [{ kind: 'slot', slot }],
    step(before, found) {
      people = found.slot?.people ?? 0;
      return { after: before, effects: [] };
    },
  });
  return people;
}

async function refusalsOf(community: Community): Promise<number> {
  let refusals = 0;
  await community.store.turn({ id: `look:${Math.random()}`, at: community.clock.now(), kind: 'trouble', subject: guild, what: 'expired' }, {
    needs: () => [{ kind: 'audit', last: 1000 }],
    step(before, found) {
      refusals = found.audit.filter((entry) => entry.denied).length;
      return { after: before, effects: [] };
    },
  });
  return refusals;
}

/** mulberry32: https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
