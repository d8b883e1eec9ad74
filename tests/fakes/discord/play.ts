/**
 * Plays the talks of `tests/conversations/*.yaml` over Discord: in a direct chat as written, and in a channel of a server by
 * slash commands, private replies, buttons and forms. What is expected is looked for in what Discord was told to show the person.
 */
import { withCode, type Move, type Talk } from '../telegram/play.ts';
import type { Interaction } from './interactions.ts';
import { pressablesOf, wordsOf } from './looks.ts';
import { channelId, type World } from './world.ts';
import type { Person } from './person.ts';

export type Manner = 'direct' | 'server';

/** Why a talk cannot be had there; null when it can. */
export function impossible({ talk }: Talk, manner: Manner): string | null {
  if (manner === 'direct') return null;
  if (talk.some((move) => move.send !== undefined)) return 'a private reply takes no pictures or voice messages';
  if (talk.some((move) => move.command !== undefined && slashOf(move.command) === null)) return 'there is no such slash command';
  if (talk.some((move) => (move.bot ?? []).some((words) => words.startsWith('Is now a good time')))) return 'reminders wait until the first direct message was confirmed';
  return talk.some((move) => (move.you ?? '').length > 1000) ? 'longer than a command takes' : null;
}

/** Sentences about what was not as the talk says; empty when all was. */
export async function play(world: World, id: string, { talk, locale }: Talk, manner: Manner): Promise<readonly string[]> {
  const people = new Map<string, { readonly person: Person; heard: number }>();
  const kept = new Map<string, string>();
  const wrong: string[] = [];
  let code = '';
  for (const [index, bare] of talk.entries()) {
    const move = withCode(bare, code);
    const as = move.as ?? 'me';
    const owner = people.get(as) ?? { person: world.person(idOf(id, people.size), manner === 'direct' ? 'direct' : { guild: world.guild, channel: channelId }, locale), heard: 0 };
    people.set(as, owner);
    const { person } = owner;
    await world.later(1000);
    const before = move.hear === true || move.later !== undefined ? owner.heard : person.got.length;
    try {
      await doMove(world, person, move, manner);
    } catch (error) {
      return [...wrong, `line ${index + 1}: ${error instanceof Error ? error.message : ''}`];
    }
    await world.settled();
    // Deleting many messages meets a limit of Discord, and what is said next waits behind it for some seconds.
    for (let tries = 0; tries < 40 && (await waiting(world, person)) > 0; tries += 1) await world.later(500);
    const reply = person.got.slice(before);
    owner.heard = person.got.length;
    const text = reply.map(wordsOf).join('\n\n');
    code = /\b(\d{4}) (\d{4})\b/u.exec(text)?.slice(1).join('') ?? code;
    const buttons = reply.flatMap((each) => pressablesOf(each).map((button) => button.label));
    const lower = text.toLowerCase();
    const miss = (what: string): void => { wrong.push(`line ${index + 1} (${JSON.stringify(move)}): ${what}; it said: ${text.slice(0, 400)}`); };
    for (const words of move.bot ?? []) if (!lower.includes(words.toLowerCase())) miss(`"${words}" is missing`);
    for (const words of move.not ?? []) if (lower.includes(words.toLowerCase())) miss(`"${words}" is there`);
    for (const label of move.buttons ?? []) if (!buttons.some((each) => each.toLowerCase().startsWith(label.toLowerCase()))) miss(`no button "${label}" in ${buttons.join(' | ')}`);
    const all = (await world.store.read(`discord:${person.id}`)) as { readonly records: readonly unknown[] } | null;
    if (move.records !== undefined && (all?.records.length ?? 0) !== move.records) miss(`${all?.records.length ?? 0} records`);
    if (move.chart !== undefined && reply.some((each) => each.attachments.some((file) => file.filename.endsWith('.png'))) !== move.chart) miss('the chart');
    if (move.forgotten !== undefined && (all === null) !== move.forgotten) miss('forgotten or not');
    const standing = world.fake.rooms.seenBy(person.id, world.fake.rooms.direct(person.id).id).filter((each) => each.by !== person.id).length;
    if (move.cleared !== undefined && manner === 'direct' && (standing === 0) !== move.cleared) miss(`${standing} messages of the bot in the chat`);
    if (move.silent !== undefined && (text === '') !== move.silent) miss('silent or not');
    if (move.same !== undefined && kept.get(move.same) !== text) miss('other words');
    if (move.keep !== undefined) kept.set(move.keep, text);
    if (move.differs !== undefined && kept.get(move.differs) === text) miss('the same words again');
  }
  const open = manner === 'server' ? world.fake.rooms.history(channelId, { limit: 100 }) : [];
  if (open.length > 0) wrong.push(`for all to see in the channel: ${open.map(wordsOf).join(' | ')}`);
  return wrong;
}

/** People who talk in one transcript have ids far apart. */
function idOf(first: string, index: number): string {
  return String(BigInt(first) + BigInt(index) * 1_000_000n);
}

/** Messages for this person that have not left yet. */
async function waiting(world: World, person: Person): Promise<number> {
  const kept = (await world.store.read(`discord:${person.id}`)) as { readonly messagesWaiting: number } | null;
  return kept?.messagesWaiting ?? 0;
}

async function doMove(world: World, person: Person, move: Move, manner: Manner): Promise<void> {
  if (move.you !== undefined) await tell(world, person, move.you, manner);
  if (move.press !== undefined) await pressAndFill(world, person, move.press);
  if (move.command !== undefined && manner === 'direct') person.say(move.command);
  if (move.command !== undefined && manner === 'server') {
    const slash = slashOf(move.command);
    if (slash) person.command(slash.words, slash.options);
  }
  if (move.send !== undefined) person.send(move.send);
  if (move.later !== undefined) await world.later(duration(move.later));
}

/** In a server words go into the form that was offered last, or behind `/ask`. */
async function tell(world: World, person: Person, words: string, manner: Manner): Promise<void> {
  if (manner === 'direct') return void person.say(words);
  const form = person.got.at(-1);
  const button = form && pressablesOf(form).find((each) => each.custom_id.startsWith('f|'));
  if (!form || !button) return void person.command('ask', { question: words });
  await filled(world, person, person.pressed(button.custom_id, form), words);
}

/** The label of a form is pressed like any other; nothing is written yet. */
async function pressAndFill(world: World, person: Person, label: string): Promise<void> {
  person.press(label);
  await world.settled();
}

async function filled(world: World, person: Person, opened: Interaction, words: string): Promise<void> {
  await world.fake.until(() => opened.first !== null);
  person.fill(opened, words);
}

/** The talks write commands as they are typed; a server has them as slash commands. */
function slashOf(typed: string): { readonly words: string; readonly options: Readonly<Record<string, string>> } | null {
  const [, name = '', rest = ''] = /^\/(\S+)\s*(.*)$/u.exec(typed) ?? [];
  if (name === 'exercise') return { words: 'exercise', options: { name: rest } };
  if (['export', 'forget', 'hide', 'settings'].includes(name)) return { words: `privacy ${name}`, options: {} };
  if (name === 'checkin') return { words: 'check-in', options: {} };
  return ['help', 'progress'].includes(name) && rest === '' ? { words: name, options: {} } : null;
}

function duration(text: string): number {
  const [, count = '0', unit = 'minute'] = /^(\d+) (minute|hour|day)s?$/u.exec(text) ?? [];
  return Number(count) * { minute: 60_000, hour: 3_600_000, day: 86_400_000 }[unit as 'minute' | 'hour' | 'day'];
}
