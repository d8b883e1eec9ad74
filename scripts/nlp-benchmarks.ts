/**
 * Runs the classifier on public intent benchmarks and prints a table.
 *
 *     node scripts/nlp-benchmarks.ts FOLDER [PART]
 *
 * FOLDER holds one folder a set, each with `train.jsonl` and PART.jsonl (`val` unless told); sets without that part are left out.
 * Beside accuracy it shows what one typo a message costs: the typo (a letter lost, changed or swapped with the next in a word
 * of four letters or more) depends on the row's number alone.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { benchmark } from '../src/nlp/benchmark.ts';
import { createEnglish } from '../src/nlp/english.ts';
import { readLabelled } from '../src/nlp/json-lines.ts';

const [folder, part = 'val'] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Give the folder of the benchmarks: node scripts/nlp-benchmarks.ts FOLDER [PART]\n');
  process.exit(2);
}
const isEnglish = createEnglish();
const percent = (share: number | null): string => (share === null ? '-' : (100 * share).toFixed(1));

process.stdout.write('| set | accuracy | with a typo | OOS recall at -1 | OOS recall / in scope at the threshold | µs p50 / p99 | training s | MB |\n|---|---|---|---|---|---|---|---|\n');
for (const set of readdirSync(folder).toSorted()) {
  const [taught, asked] = [join(folder, set, 'train.jsonl'), join(folder, set, `${part}.jsonl`)];
  if (!existsSync(taught) || !existsSync(asked)) continue;
  const rows = readLabelled(asked);
  const lessons = readLabelled(taught);
  const figures = benchmark(lessons, rows, isEnglish);
  const typos = benchmark(lessons, rows.map((row, at) => ({ ...row, text: withTypo(row.text, at) })), isEnglish);
  process.stdout.write(
    `| ${set} | ${percent(figures.accuracy)} | ${percent(typos.accuracy)} | ${percent(figures.oos_recall_at_minus_1)} | ` +
      `${percent(figures.oos_recall_threshold)} / ${percent(figures.in_scope_at_threshold)} | ${figures.p50_us.toFixed(1)} / ${figures.p99_us.toFixed(1)} | ${figures.train_s.toFixed(2)} | ${figures.model_mb.toFixed(1)} |\n`,
  );
}

function withTypo(text: string, at: number): string {
  const words = text.split(' ');
  const long = words.flatMap((word, index) => (word.length >= 4 ? [index] : []));
  if (long.length === 0) return text;
  const index = long[at % long.length]!;
  const word = words[index]!;
  const spot = 1 + (at % (word.length - 2));
  const changed = [word.slice(0, spot), `${word.slice(0, spot)}${word[spot + 1] ?? ''}${word[spot] ?? ''}`, `${word.slice(0, spot)}${'abcdefghijklmnopqrstuvwxyz'[(at * 7) % 26] ?? ''}`];
  const rest = [word.slice(spot + 1), word.slice(spot + 2), word.slice(spot + 1)];
  words[index] = `${changed[at % 3] ?? ''}${rest[at % 3] ?? ''}`;
  return words.join(' ');
}
