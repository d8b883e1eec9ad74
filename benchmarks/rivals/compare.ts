/**
 * Mend against natural and nlp.js, all measured in this one run, as a table in Markdown.
 *
 *     cd benchmarks/rivals && npm ci && node compare.ts FOLDER SET [SET ...] > ../../docs/rivals.md
 *
 * FOLDER holds one folder a set with `train.jsonl` and `val.jsonl` (`{"text", "intent"}` a line, `oos` marks out of scope).
 * SET is a name or the beginning of several: `clinc75_30` takes `clinc75_30s0`, `clinc75_30s1` ... as draws of one set, and the
 * table gives means and their 95% intervals. Contenders take turns on every draw, so that a busy moment hits all of them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { interval } from '../../src/nlp/measure.ts';
import { contenders } from './contenders.ts';
import type { Sat } from './sat.ts';

const [folder, ...sets] = process.argv.slice(2);
if (folder === undefined || sets.length === 0) {
  process.stderr.write('Give the folder of the sets and at least one set: node compare.ts FOLDER SET [SET ...]\n');
  process.exit(2);
}

const lines = [
  '# Against other libraries', '',
  'Made by `benchmarks/rivals/compare.ts`, all contenders in one run; do not edit. natural 8.1.1 (Bayes) and @nlpjs/basic 4.27.0 (asked through `classify`), both at their usual settings.',
  `The figures come from a shared machine (${availableParallelism()} cores, Node ${process.versions.node}) that was busy with other work: accuracy and recall do not suffer from that, but times are to be read as ratios between the lines of one table, not as what a machine can do.`, '',
  'Each library learns `train.jsonl` and is asked `val.jsonl` of the same draw. The threshold is chosen by each library\'s own confidence on held-back training sentences (three foldings), so that it costs one point of what is read rightly there. "At -1" is the out-of-scope recall at the threshold that costs one point on the validation rows themselves. Times a message are the best of three askings each, all words met before; training is processor time (without the rehearsal of about three trainings that fits the confidence of Mend, which the bot does ahead of time). Memory is what a process still holds after training and a garbage collection, beyond what it held before the library was loaded.', '',
];

for (const set of sets) {
  const draws = readdirSync(folder).filter((name) => (name === set || new RegExp(`^${set}s\\d+$`).test(name)) && ['train.jsonl', 'val.jsonl'].every((file) => existsSync(join(folder, name, file)))).toSorted();
  if (draws.length === 0) {
    process.stderr.write(`${folder} has no set ${set} with train.jsonl and val.jsonl.\n`);
    process.exit(2);
  }
  const reached = new Map<string, Sat[]>(contenders.map(({ name }) => [name, []]));
  for (const name of draws) for (const contender of contenders) reached.get(contender.name)?.push(sit(contender.name, join(folder, name)));
  lines.push(`## ${set}`, '', `${draws.length === 1 ? 'One draw.' : `Means of ${draws.length} draws (${draws.join(', ')}); in brackets the 95% interval of the mean (Student's t).`}`, '', ...table(reached), '');
}
process.stdout.write(lines.join('\n'));

function sit(contender: string, set: string): Sat {
  process.stderr.write(`${contender} on ${set}\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, 'sit.ts'), contender, join(set, 'train.jsonl'), join(set, 'val.jsonl')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${contender} failed on ${set}: ${stderr.slice(0, 500)}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Sat;
}

function table(reached: ReadonlyMap<string, readonly Sat[]>): string[] {
  const cells = (runs: readonly Sat[]): string[] => {
    const over = (name: keyof Sat, as: (value: number) => string): string => {
      const values = runs.flatMap((run) => run[name] ?? []);
      if (values.length === 0) return '-';
      const { mean, low, high } = interval(values);
      return values.length === 1 ? as(mean) : `${as(mean)} [${as(low)}, ${as(high)}]`;
    };
    const mean = (name: keyof Sat, digits: number): string => interval(runs.flatMap((run) => run[name] ?? [])).mean.toFixed(digits);
    const percent = (share: number): string => (100 * Math.max(0, Math.min(1, share))).toFixed(1);
    return [over('accuracy', percent), over('oos_recall_threshold', percent), over('in_scope_at_threshold', percent), over('oos_recall_at_minus_1', percent), mean('p50_us', 0), mean('p99_us', 0), mean('train_s', 2), mean('memory_mb', 0)];
  };
  return [
    '| | accuracy | OOS recall at the threshold | in scope at the threshold | OOS recall at -1 | µs p50 | µs p99 | training s | memory MB |',
    '|---|---|---|---|---|---|---|---|---|',
    ...[...reached].map(([name, runs]) => `| ${name} | ${cells(runs).join(' | ')} |`),
  ];
}
