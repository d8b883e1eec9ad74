/**
 * One contender learns one set and is examined on it, in a process of its own so that memory is its own.
 * Started by compare.ts: `node --expose-gc sit.ts CONTENDER TRAIN TEST`. Prints one JSON object.
 */
import { readLabelled, type LabelledRow } from '../../src/nlp/json-lines.ts';
import { percentile } from '../../src/nlp/measure.ts';
import { outside } from '../../src/nlp/model.ts';
import { scopeFigures } from '../../src/nlp/scope-figures.ts';
import { contenders, type Ask } from './contenders.ts';
import type { Sat } from './sat.ts';

const [, , name = '', trainFile = '', testFile = ''] = process.argv;
const contender = contenders.find((each) => each.name === name);
if (contender === undefined) throw new Error(`There is no contender "${name}": ${contenders.map((each) => each.name).join(', ')}.`);
const [taught, asked] = [readLabelled(trainFile), readLabelled(testFile)];

const before = alive();
const learn = await contender.prepare();
const started = process.cpuUsage();
const ask = await learn(taught);
const used = process.cpuUsage(started);
const train_s = (used.user + used.system) / 1e6;
await ask(asked[0]?.text ?? '');
const memory_mb = alive() - before;

const seen = await Promise.all(asked.map(async ({ text, intent }) => {
  const guess = await ask(text);
  return { inside: !outside.has(intent), right: guess.intent === intent, known: guess.known };
}));
const sorted = await timesOf(ask, asked);
const rehearsed = await rehearse();
const sat: Sat = { ...scopeFigures(seen, rehearsed), p50_us: percentile(sorted, 0.5), p99_us: percentile(sorted, 0.99), train_s, memory_mb };
process.stdout.write(`${JSON.stringify(sat)}\n`);

/** Three trainings with every third sentence of an intent held back and asked: the threshold is chosen on these alone. */
async function rehearse(): Promise<{ readonly right: boolean; readonly known: number }[]> {
  const counts = new Map<string, number>();
  const rows = taught.map((row) => {
    const at = counts.get(row.intent) ?? 0;
    counts.set(row.intent, at + 1);
    return { row, fold: at % 3 };
  });
  const found: { right: boolean; known: number }[] = [];
  for (const fold of [0, 1, 2]) {
    const again = await learn(rows.filter((each) => each.fold !== fold).map(({ row }) => row));
    for (const { row } of rows.filter((each) => each.fold === fold && !outside.has(each.row.intent))) {
      const guess = await again(row.text);
      found.push({ right: guess.intent === row.intent, known: guess.known });
    }
  }
  return found;
}

/** Megabytes that are held after everything else was thrown away: objects, code and buffers. */
function alive(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** Microseconds a message, sorted, once the machine is warm: the best of three, for somebody else may have had the processor meanwhile. */
async function timesOf(askOne: Ask, rows: readonly LabelledRow[]): Promise<number[]> {
  for (let i = 0; i < 3000; i++) await askOne(rows[i % rows.length]?.text ?? '');
  const times: number[] = [];
  for (const { text } of rows) {
    let best = Infinity;
    for (let turn = 0; turn < 3; turn++) {
      const from = process.hrtime.bigint();
      const guess = askOne(text);
      if (guess instanceof Promise) await guess;
      best = Math.min(best, Number(process.hrtime.bigint() - from) / 1000);
    }
    times.push(best);
  }
  return times.toSorted((a, b) => a - b);
}
