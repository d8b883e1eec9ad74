/** `mend bench turns`: what a turn of the real conversation costs over what the disk costs anyway, and how long a start takes. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Event, PersonId } from '../conversation/event.ts';
import { freshState } from '../conversation/fresh.ts';
import type { PlaceState } from '../conversation/place-state.ts';
import type { State } from '../conversation/state.ts';
import { converse } from '../conversation/step.ts';
import { upgradePerson } from '../conversation/upgrade.ts';
import { benchTurns as benchStore } from '../store/bench.ts';
import { said, type MemoryFigures } from './bench-memory.ts';
import { content } from './content.ts';
import { Failure } from './failure.ts';
import { learnAndUnderstand } from './model.ts';
import { projectRoot } from './project-root.ts';
import { startFlags } from './start-flags.ts';

export async function benchTurns(json: boolean): Promise<number> {
  const ready = await readyMs();
  const memory = await memoryOf(measuredPeople);
  const compiled = await content();
  const understand = await learnAndUnderstand(compiled);
  const readings = said.map(text => understand(text, []));
  const operator = { name: 'Mend', contact: null, cover: 'houseplants' } as const;
  const event = (person: PersonId, n: number): Event => ({
    kind: 'text', id: `terminal:${n}`, at: Date.UTC(2026, 10, 22) + n, person, here: { kind: 'terminal', id: person }, locale: 'en', text: said[n % said.length] ?? '', via: 'message',
  });
  const decide = (happened: Event): ReturnType<typeof converse> => {
    const text = happened.kind === 'text' ? happened.text : '';
    return converse({ event: happened, reading: readings[said.findIndex(each => each === text)] ?? null, library: compiled.library, operator });
  };
  const all = await benchStore<State>({
    conversation: { decide: happened => widened(decide(happened)), event, upgrade: upgradePerson, sample: freshState(0) },
  });
  const figures = all.map(each => ({ ...each, ready_ms: ready, rss_mb: memory.rss_mb, idle_rss_mb: memory.idle_rss_mb }));
  const last = figures.at(-1);
  if (json) process.stdout.write(`${JSON.stringify({ ...last, all: figures })}\n`);
  else for (const each of figures) process.stdout.write(`${Object.entries(each).map(([name, value]) => `${name.padEnd(24)} ${value}`).join('\n')}\n\n`);
  return 0;
}

/** The benchmark knows nothing of places. */
function widened(decide: ReturnType<typeof converse>): { needs: (before: never) => ReturnType<typeof decide.needs>; step: (before: never, found: Parameters<typeof decide.step>[1]) => { after: { person: State | null; place: PlaceState | null }; effects: ReturnType<typeof decide.step>['effects'] } } {
  return decide;
}

const measuredPeople = 10_000;

/** Of a process that serves: this one holds the arrays of the measurement too. */
async function memoryOf(people: number): Promise<MemoryFigures> {
  const child = mend(['bench', 'memory', '--people', String(people), '--json'], '');
  const output = (await child.stdout.toArray()).join('');
  if (output === '') throw new Failure(1, 'the memory could not be measured: run mend bench memory to see why.');
  // Our own program wrote it.
  return JSON.parse(output) as MemoryFigures;
}

/** From the start of a process to the first greeting at the terminal, ms; the median of 5. */
async function readyMs(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now();
    const child = mend(['chat', '--db', ':memory:', '--json'], '/start\n');
    const [first] = await Promise.race([once(child.stdout, 'data'), once(child.stdout, 'end')]);
    if (first === undefined) throw new Failure(1, 'the start could not be measured: run mend chat to see why.');
    times.push(performance.now() - started);
    if (child.exitCode === null) await once(child, 'exit');
  }
  return Math.round(times.toSorted((a, b) => a - b)[2] ?? 0);
}

/** As `npm start` runs it. */
function mend(command: readonly string[], input: string): ChildProcessByStdio<Writable, Readable, null> {
  const child = spawn(process.execPath, [...startFlags(), fileURLToPath(new URL('../main.ts', import.meta.url)), ...command], { cwd: projectRoot, stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.end(input);
  return child;
}
