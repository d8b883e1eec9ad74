/**
 * Compiled content as a file, so that a start need not parse everything again (a cold YAML parser takes about 1 ms a KB).
 * It is believed only if nothing was changed since: neither a letter of the content, nor this compiler, nor the file itself.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Knowledge } from '../conversation/knowledge.ts';
import { deepFreeze, table } from './freeze.ts';
import { type Content, type ContentOptions, type ContentResult, readContent } from './library.ts';
import { hashOf, readSourceFiles } from './source-files.ts';

/** As `readContent`; what was compiled is kept in `cacheFile` and read from there while it still holds. Mistakes are never kept. */
export function readContentRemembered(root: string, cacheFile: string, options: ContentOptions = {}): ContentResult {
  const key = keyOf(root, options);
  const kept = restore(cacheFile, key);
  if (kept) return { kind: 'compiled', content: kept };
  const result = readContent(root, options);
  if (result.kind === 'compiled') keep(cacheFile, key, result.content);
  return result;
}

/** What the compiled content depends on: every file of it, the code that compiles it, and the options. */
function keyOf(root: string, options: ContentOptions): string {
  const hash = createHash('sha256').update(hashOf(readSourceFiles(root, () => {}))).update(JSON.stringify(options));
  const here = import.meta.dirname;
  const code = [...readdirSync(here).filter((name) => name.endsWith('.ts')).toSorted().map((name) => join(here, name)),
    ...['knowledge.ts', 'phrases.ts', 'press.ts', 'reading.ts'].map((name) => join(here, '..', 'conversation', name))];
  for (const file of code) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Null when there is no such file, it is damaged, or something it depends on has changed. */
function restore(file: string, key: string): Content | null {
  try {
    const [first = '', body = ''] = readFileSync(file, 'utf8').split('\n', 2);
    if (first !== headOf(key, body)) return null;
    // The checksum has shown that we wrote it: its shape is ours.
    const content = JSON.parse(body) as Content;
    const library = { ...mapped(content.library, tabled), en: tabled(content.library.en) };
    return deepFreeze({ ...content, library, training: table(Object.entries(content.training)), exams: table(Object.entries(content.exams)) });
  } catch {
    return null;
  }
}

/** Written beside and moved into place; a file that cannot be written only costs the next start its time. */
function keep(file: string, key: string, content: Content): void {
  const body = JSON.stringify(content);
  const half = `${file}.${process.pid}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(half, `${headOf(key, body)}\n${body}`);
    renameSync(half, file);
  } catch {
    // A read-only disk is a fair way to run.
  }
}

function headOf(key: string, body: string): string {
  return `${key} ${createHash('sha256').update(body).digest('hex')}`;
}

function tabled(known: Knowledge): Knowledge {
  const again = <T extends Readonly<Record<string, unknown>>>(record: T): T => Object.assign(Object.create(null), record);
  return {
    ...known,
    phrases: again(known.phrases), words: again(known.words), answers: again(known.answers), flows: again(known.flows), sets: again(known.sets),
    countries: again(known.countries), intents: again(known.intents), sections: again(known.sections),
  };
}

function mapped<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
