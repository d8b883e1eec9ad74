/**
 * Plays the talks of `tests/conversations/*.yaml` over Telegram: what a person types and presses goes through updates,
 * what is expected is looked for in what Telegram was told to show.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../knowledge-of-project.ts';
import type { Phone } from './phone.ts';
import type { World } from './world.ts';

export interface Move {
  readonly you?: string; readonly press?: string; readonly command?: string; readonly send?: 'sticker' | 'voice' | 'picture'; readonly later?: string; readonly hear?: true; readonly as?: string;
  readonly bot?: readonly string[]; readonly not?: readonly string[]; readonly buttons?: readonly string[];
  readonly records?: number; readonly chart?: boolean; readonly forgotten?: boolean; readonly cleared?: boolean; readonly silent?: boolean; readonly keep?: string; readonly same?: string; readonly differs?: string;
}
export interface Talk { readonly file: string; readonly name: string; readonly locale: string; readonly talk: readonly Move[] }

const folder = join(projectRoot, 'tests/conversations');

export function talks(): readonly Talk[] {
  return readdirSync(folder).toSorted().flatMap((file) => {
    const { talks: all } = parse(readFileSync(join(folder, file), 'utf8')) as { readonly talks: readonly (Omit<Talk, 'file' | 'locale'> & { readonly locale?: string })[] };
    return all.map((each) => ({ ...each, file, locale: each.locale ?? 'en' }));
  });
}

/** Between the ids of people who talk in one transcript. */
const peopleApart = 1_000_000;

/** Sentences about what was not as the talk says; empty when all was. */
export async function play(world: World, id: number, { talk, locale }: Talk): Promise<readonly string[]> {
  const phones = new Map<string, { readonly person: number; readonly phone: Phone; heard: number }>();
  const kept = new Map<string, string>();
  const wrong: string[] = [];
  let code = '';
  for (const [index, bare] of talk.entries()) {
    const move = withCode(bare, code);
    const as = move.as ?? 'me';
    const person = id + phones.size * peopleApart;
    const owner = phones.get(as) ?? { person, phone: world.phone(person, locale), heard: 0 };
    phones.set(as, owner);
    const { phone } = owner;
    await world.later(1000);
    const waits = move.hear === true || move.later !== undefined;
    const before = waits ? owner.heard : phone.got.length;
    try {
      if (move.you !== undefined) phone.say(move.you);
      if (move.press !== undefined) phone.press(move.press);
      if (move.command !== undefined) phone.say(move.command);
      if (move.send !== undefined) phone.send(move.send);
      if (move.later !== undefined) await world.later(duration(move.later));
    } catch (error) {
      return [...wrong, `line ${index + 1}: ${error instanceof Error ? error.message : ''}`];
    }
    await world.settled();
    const reply = phone.got.slice(before);
    owner.heard = phone.got.length;
    const text = reply.map((each) => each.text).join('\n\n');
    const buttons = reply.flatMap((each) => each.rows.flat().map((button) => button.text));
    const lower = text.toLowerCase();
    code = /\b(\d{4}) (\d{4})\b/u.exec(text)?.slice(1).join('') ?? code;
    const miss = (what: string): void => { wrong.push(`line ${index + 1} (${JSON.stringify(move)}): ${what}; it said: ${text.slice(0, 400)}`); };
    for (const words of move.bot ?? []) if (!lower.includes(words.toLowerCase())) miss(`"${words}" is missing`);
    for (const words of move.not ?? []) if (lower.includes(words.toLowerCase())) miss(`"${words}" is there`);
    for (const label of move.buttons ?? []) if (!buttons.some((each) => each.toLowerCase().startsWith(label.toLowerCase()))) miss(`no button "${label}" in ${buttons.join(' | ')}`);
    const all = (await world.store.read(`telegram:${owner.person}`)) as { readonly records: readonly unknown[] } | null;
    if (move.records !== undefined && (all?.records.length ?? 0) !== move.records) miss(`${all?.records.length ?? 0} records`);
    if (move.chart !== undefined && reply.some((each) => each.kind === 'photo') !== move.chart) miss('the chart');
    if (move.forgotten !== undefined && (all === null) !== move.forgotten) miss('forgotten or not');
    if (move.cleared !== undefined && (phone.seen.length === 0) !== move.cleared) miss(`${phone.seen.length} messages in the chat`);
    if (move.keep !== undefined) kept.set(move.keep, text);
    if (move.silent !== undefined && (text === '') !== move.silent) miss('silent or not');
    if (move.same !== undefined && kept.get(move.same) !== text) miss('other words');
    if (move.differs !== undefined && kept.get(move.differs) === text) miss('the same words again');
  }
  return wrong;
}

/** `{code}` is the last code that anybody was shown. */
export function withCode(move: Move, code: string): Move {
  return { ...move, ...(move.you === undefined ? {} : { you: move.you.replace('{code}', code) }), ...(move.command === undefined ? {} : { command: move.command.replace('{code}', code) }) };
}

function duration(text: string): number {
  const [, count = '0', unit = 'minute'] = /^(\d+) (minute|hour|day)s?$/u.exec(text) ?? [];
  return Number(count) * { minute: 60_000, hour: 3_600_000, day: 86_400_000 }[unit as 'minute' | 'hour' | 'day'];
}
