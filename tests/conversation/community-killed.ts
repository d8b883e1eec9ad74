/** Several processes on one database, killed between claim and send: what became of each community's post. Also run by `scripts/weekly-once.ts`. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface OnceOptions { readonly folder: string; readonly processes: number; readonly communities: number; readonly kills: number; readonly say?: (line: string) => void }

export interface OnceTable {
  readonly communities: number;
  readonly kills: number;
  /** Processes that led, one after the other. */
  readonly leaders: number;
  readonly posts: number;
  readonly once: number;
  /** No post, and the keeper was told that one may be missing. */
  readonly toldMissing: number;
  /** A post, and the keeper was told: it could not be known. */
  readonly toldForNothing: number;
  readonly twice: number;
  readonly lostWithoutAWord: number;
  /** Keepers who were told more often than a post of theirs was unsure. */
  readonly toldTwice: number;
}

interface Line { readonly cls: string; readonly where: string; readonly text: string }
const child = new URL('./community-process.ts', import.meta.url).pathname;
/** Monday 23 November 2026, 19:00 UTC. */
const slot = Date.UTC(2026, 10, 23, 19);

export async function postedOnce({ folder, processes, communities, kills, say = () => undefined }: OnceOptions): Promise<OnceTable> {
  for (const name of ['killed', 'nonces']) mkdirSync(join(folder, name));
  const run = (offset: number, ...more: string[]): ChildProcess => spawn(process.execPath, [child, folder, String(communities), String(kills), String(offset), ...more], { stdio: ['ignore', 'ignore', 'inherit'] });
  await new Promise<void>((resolve, reject) => run(slot - 86_400_000 - Date.now(), 'prepare').once('close', (code) => (code === 0 ? resolve() : reject(new Error(`setting up ended with ${code}`)))));
  say(`${communities} communities are set up`);
  // The slot came a second ago when the first process starts: everything is due at once.
  const offset = slot + 1000 - Date.now();
  const alive = new Set<ChildProcess>();
  let stopping = false;
  let deaths = 0;
  const keepUp = (): void => {
    const one = run(offset);
    alive.add(one);
    one.once('close', () => {
      alive.delete(one);
      deaths += 1;
      if (deaths % 20 === 0) say(`${deaths} killed`);
      if (!stopping) keepUp();
    });
  };
  for (let i = 0; i < processes; i += 1) keepUp();
  const killed = (): number => readdirSync(join(folder, 'killed')).length;
  let quietSince = Date.now();
  for (let before = -1; ;) {
    await pause(200);
    const lines = linesIn(folder).length;
    if (lines !== before || killed() < kills || settled(folder, communities) < communities) quietSince = Date.now();
    before = lines;
    if (Date.now() - quietSince > 1500) break;
  }
  stopping = true;
  const ended = [...alive].map((one) => new Promise((resolve) => one.once('close', resolve)));
  for (const one of alive) one.kill('SIGKILL');
  await Promise.all(ended);
  const all = Array.from({ length: communities }, (_, i) => fateOf(i, linesIn(folder)));
  const count = (is: (fate: Fate) => boolean): number => all.filter(is).length;
  return {
    communities, kills: killed(), leaders: readFileSync(join(folder, 'led'), 'utf8').trim().split('\n').length - 1,
    posts: all.reduce((sum, fate) => sum + fate.posts, 0),
    once: count((fate) => fate.posts === 1), toldMissing: count((fate) => fate.posts === 0 && fate.told > 0), toldForNothing: count((fate) => fate.posts === 1 && fate.told > 0),
    twice: count((fate) => fate.posts > 1), lostWithoutAWord: count((fate) => fate.posts + fate.told === 0), toldTwice: count((fate) => fate.told > 1),
  };
}

interface Fate { readonly posts: number; readonly told: number }

function fateOf(i: number, lines: readonly Line[]): Fate {
  const [channel, keeper] = i % 2 === 0 ? [`discord-channel:${i}`, `discord-dm:${100_000 + i}`] : [`telegram:-${i}`, `telegram:${100_000 + i}`];
  return { posts: lines.filter((line) => line.cls === 'post' && line.where === channel).length, told: lines.filter((line) => line.where === keeper && line.text.includes('I cannot tell whether')).length };
}

function settled(folder: string, communities: number): number {
  const lines = linesIn(folder);
  return Array.from({ length: communities }, (_, i) => fateOf(i, lines)).filter(({ posts, told }) => posts + told > 0).length;
}

function linesIn(folder: string): readonly Line[] {
  const file = join(folder, 'sent');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line) as Line) : [];
}
