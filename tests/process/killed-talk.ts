/**
 * A talk through a pipe whose bot is killed again and again. The client does what a careful one does: it sends a line, waits for
 * its `{"turn": n}`, and after a kill looks at the count in the data file before it sends an unheard line again: the kill may
 * have come between the commit and that line. Also run by `scripts/chat-kill.ts`.
 *
 * At the end the same lines are said once more, in one go and to a bot that nobody kills: both talks must stand at the same place.
 */
import { join } from 'node:path';
import { freshState } from '../../src/conversation/fresh.ts';
import { upgradePerson, upgradePlace } from '../../src/conversation/upgrade.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { mend, start } from '../terminal/mend-process.ts';

export interface KilledTalkOptions { readonly folder: string; readonly kills: number; /** Latest kill, ms after the start of the process. */ readonly longest: number; readonly seed: number }

export interface KilledTalkTable {
  readonly kills: number;
  /** Lines that got their `{"turn": n}`. */
  readonly acknowledged: number;
  /** Of those, not counted in the data file, or with a number that was given before. */
  readonly lost: number;
  readonly countedTwice: number;
  /** Committed, and killed before the client could hear of it. */
  readonly committedUnheard: number;
  /** The count that `export` shows at the end, less what was committed. */
  readonly exportDiffers: number;
  /** Words of the talk without kills that the killed talk never showed. */
  readonly lostReplies: number;
  /** Shown more than once: the kill came between the screen and the note that it was shown. */
  readonly doubledReplies: number;
  /** 1 when the talk that nobody killed ends at another place: question, exercise, entries, buttons. */
  readonly placeDiffers: number;
  readonly exercisesFinished: number;
}

const person = 'terminal:me';
/** Nothing that depends on what this process has shown (lines in brackets) or on how fast one writes (a button of a menu twice in 10 s). */
const script = [
  '/exercise boundary', 'My time', 'you call me at work', 'How long does it take to rebuild trust?', 'Go on', 'you to call me after six',
  'turn my phone off at work', 'Done', 'Yes it is', 'Yes it feels safe', 'back', 'pause', '/exercise boundary', 'Go on', 'Yes it feels safe', 'I have a time and place', 'Keep', 'thank you',
  '/exercise i-statement', 'back', 'pause', '/help', 'menu', '/checkin', 'stop', '/exercise boundary', 'stop', '/progress',
];

export async function killedTalk({ folder, kills, longest, seed }: KilledTalkOptions): Promise<KilledTalkTable> {
  const db = join(folder, 'mend.db');
  const chance = chanceFrom(seed);
  const committed: string[] = [];
  const shown: string[] = [];
  const turns: number[] = [];
  let next = 0;
  let unheard = 0;
  let wrong = 0;
  const line = (): string => script[next % script.length] ?? '';

  for (let kill = 0; kill < kills; kill += 1) {
    const heard = await untilKilled(db, line, () => { committed.push(line()); next += 1; }, chance, longest);
    turns.push(...heard.turns);
    shown.push(...heard.said);
    const counted = await countIn(db);
    const extra = counted - committed.length;
    if (extra === 1 && heard.waiting) {
      unheard += 1;
      committed.push(line());
      next += 1;
    } else if (extra !== 0) wrong += Math.abs(extra);
  }
  const last = await mend(['chat', '--db', db, '--json'], 'menu\n');
  committed.push('menu');
  const end = rowsOf(last.out);
  shown.push(...end.said);
  turns.push(...end.turns);

  const exported = JSON.parse((await mend(['export', person, '--db', db])).out) as { readonly conversation: { readonly turns: number } };
  const other = join(folder, 'other.db');
  const calm = rowsOf((await mend(['chat', '--db', other, '--json'], committed.map(each => `${each}\n`).join(''))).out);
  const calmExported = JSON.parse((await mend(['export', person, '--db', other])).out) as typeof exported;
  const replies = compare(calm.said, shown);
  return {
    kills, acknowledged: turns.length,
    lost: wrong, countedTwice: turns.filter((turn, index) => turn <= (turns[index - 1] ?? 0)).length,
    committedUnheard: unheard,
    exportDiffers: exported.conversation.turns - committed.length,
    lostReplies: replies.lost, doubledReplies: replies.extra,
    placeDiffers: withoutTimes(exported) === withoutTimes(calmExported) ? 0 : 1,
    exercisesFinished: calm.said.filter(text => text.includes('To send:')).length,
  };
}

interface Heard { readonly turns: readonly number[]; readonly said: readonly string[] }

async function untilKilled(db: string, line: () => string, done: () => void, chance: () => number, longest: number): Promise<Heard & { readonly waiting: boolean }> {
  const running = start(['chat', '--db', db, '--json']);
  // Half of the kills come at any time, the start included; the others hit a turn on its way.
  const hitTurn = chance() < 0.5 ? 1 + Math.floor(chance() * 8) : null;
  const killed = { is: false };
  const kill = (): void => { killed.is = true; running.kill('SIGKILL'); };
  const timer = setTimeout(kill, hitTurn === null ? chance() * longest : longest * 10);
  let sent = 0;
  let waiting = false;
  try {
    while (!killed.is) {
      running.write(`${line()}\n`);
      waiting = true;
      sent += 1;
      if (sent === hitTurn) setTimeout(kill, chance() * 12);
      const wanted = sent;
      await running.until(text => rowsOf(text).turns.length >= wanted);
      waiting = false;
      done();
      await new Promise(resolve => setTimeout(resolve, chance() * 10));
    }
  } catch {
    // It is gone; what it said before stands in its output.
  }
  clearTimeout(timer);
  const ended = await running.end();
  const heard = rowsOf(ended.out);
  // The last acknowledgement may arrive together with the end.
  if (waiting && heard.turns.length === sent) {
    waiting = false;
    done();
  }
  return { ...heard, waiting };
}

/** Whole lines only: the kill may cut the last one. */
function rowsOf(out: string): Heard {
  const turns: number[] = [];
  const said: string[] = [];
  for (const row of out.split('\n').slice(0, -1)) {
    const value = JSON.parse(row) as { readonly turn: number } | { readonly text: string };
    if ('turn' in value) turns.push(value.turn); else said.push(value.text);
  }
  return { turns, said };
}

async function countIn(db: string): Promise<number> {
  const store = openStore({ file: db, keyFile: `${db}.key`, upgradePerson, upgradePlace, now: () => Date.now(), samplePerson: freshState(0) });
  const kept = await store.read(person) as { readonly conversation: { readonly turns: number } } | null;
  await store.close();
  return kept?.conversation.turns ?? 0;
}

/** `wanted` should stand in `found` in its order; what stands there besides is extra. */
function compare(wanted: readonly string[], found: readonly string[]): { readonly lost: number; readonly extra: number } {
  let at = 0;
  let lost = 0;
  for (const text of wanted) {
    const next = found.indexOf(text, at);
    if (next < 0) lost += 1; else at = next + 1;
  }
  return { lost, extra: found.length - (wanted.length - lost) };
}

/** Moments differ between two talks; nothing else may. */
function withoutTimes(exported: unknown): string {
  return JSON.stringify(exported, (_, value: unknown) => (typeof value === 'number' && value > 1e11 ? 0 : value)).replace(/"id":"[^"]*"/gu, '"id":""');
}

/** Numbers from 0 to 1 that a seed repeats (Park and Miller, 1988). */
function chanceFrom(seed: number): () => number {
  let value = seed;
  return () => (value = (value * 48_271) % 2_147_483_647) / 2_147_483_647;
}
