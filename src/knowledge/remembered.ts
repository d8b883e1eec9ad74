/**
 * Compiled content as files, so that a start need not parse everything again (a cold YAML parser takes about 1 ms a KB).
 * They are believed only if nothing was changed since: neither a letter of the content, nor this compiler, nor the files themselves.
 * What is only learned from is most of it, and a start that has learned before does not need it: it lies in a file of its own, which
 * is read when somebody asks for it.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../conversation/knowledge.ts';
import { writeWhole } from '../nlp/whole-file.ts';
import { deepFreeze, table } from './freeze.ts';
import type { Content, ContentOptions, ContentResult } from './library.ts';
import { hashOnDisk } from './source-files.ts';

/** As `readContent`; what was compiled is kept in `cacheFile` and beside it, and read from there while it still holds. Mistakes are never kept. */
export async function readContentRemembered(root: string, cacheFile: string, options: ContentOptions = {}): Promise<ContentResult> {
  const key = keyOf(root, options);
  const kept = restore(cacheFile, key);
  if (kept) return { kind: 'compiled', content: kept };
  // The compiler and its libraries are loaded only where something is to be compiled.
  const { readContent } = await import('./library.ts');
  const result = readContent(root, options);
  if (result.kind === 'compiled') keep(cacheFile, key, result.content);
  return result;
}

/** What the compiled content depends on: every file of it, the code that compiles it, and the options. */
function keyOf(root: string, options: ContentOptions): string {
  const hash = createHash('sha256').update(hashOnDisk(root)).update(JSON.stringify(options));
  const here = import.meta.dirname;
  const code = [...readdirSync(here).filter((name) => name.endsWith('.ts')).toSorted().map((name) => join(here, name)),
    ...['knowledge.ts', 'phrases.ts', 'press.ts', 'reading.ts'].map((name) => join(here, '..', 'conversation', name))];
  for (const file of code) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** What is only learned from. */
type Taught = Pick<Content, 'training' | 'exams' | 'danger'>;

/** Null when there is no such file, it is damaged, or something it depends on has changed. */
function restore(file: string, key: string): Content | null {
  const body = bodyOf(file, key);
  if (body === null || !isSound(taughtFile(file), key)) return null;
  // The checksum has shown that we wrote it: its shape is ours.
  const content = JSON.parse(body) as Omit<Content, keyof Taught>;
  const library = { ...mapped(content.library, tabled), en: tabled(content.library.en) };
  let taught: Taught | null = null;
  const learnedFrom = (): Taught => (taught ??= deepFreeze(taughtIn(file, key)));
  const known = deepFreeze({ ...content, library, hashes: { ...content.hashes, training: table(Object.entries(content.hashes.training)) } });
  return Object.freeze({
    ...known,
    get training() { return learnedFrom().training; },
    get exams() { return learnedFrom().exams; },
    get danger() { return learnedFrom().danger; },
  });
}

/** It was sound a moment ago: one that has gone since is an error that says so. */
function taughtIn(file: string, key: string): Taught {
  const body = bodyOf(taughtFile(file), key);
  if (body === null) throw new Error(`${taughtFile(file)} was changed while it was needed. Start again.`);
  const { training, exams, danger } = JSON.parse(body) as Taught;
  return { training: table(Object.entries(training)), exams: table(Object.entries(exams)), danger };
}

function bodyOf(file: string, key: string): string | null {
  try {
    const [first = '', body = ''] = readFileSync(file, 'utf8').split('\n', 2);
    return first === headOf(key, body) ? body : null;
  } catch {
    return null;
  }
}

/** As `bodyOf` would find it, without holding it: it has some MB, and a start that has learned before needs none of them. */
function isSound(file: string, key: string): boolean {
  try {
    const open = openSync(file, 'r');
    try {
      const piece = Buffer.allocUnsafe(pieceBytes);
      const hash = createHash('sha256');
      let bytes = piece.subarray(0, readSync(open, piece));
      const line = bytes.indexOf('\n');
      const head = bytes.toString('utf8', 0, line);
      for (bytes = bytes.subarray(line + 1); bytes.length > 0; bytes = piece.subarray(0, readSync(open, piece))) hash.update(bytes);
      return head === `${key} ${hash.digest('hex')}`;
    } finally {
      closeSync(open);
    }
  } catch {
    return false;
  }
}
const pieceBytes = 262_144;

const taughtFile = (file: string): string => `${file}.taught`;

/** A file that cannot be written only costs the next start its time. */
function keep(file: string, key: string, { training, exams, danger, ...rest }: Content): void {
  try {
    // What is looked for first comes last, so that it is never there alone.
    for (const [to, what] of [[taughtFile(file), { training, exams, danger }], [file, rest]] as const) {
      const body = JSON.stringify(what);
      writeWhole(to, `${headOf(key, body)}\n${body}`);
    }
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
