/**
 * Writes a word through everything that a person can write to the bot, then looks for it in every file: encrypted before,
 * gone after forgetting. Also run by `scripts/forget-search.ts`.
 */
import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { mend, start } from '../terminal/mend-process.ts';

export interface MarkerTable {
  /** Ways in which the word was written. */
  readonly written: number;
  /** Of those, kept for the person: the export shows them, so there was something to hide. */
  readonly kept: number;
  /** Files looked at, each time. */
  readonly files: number;
  /** Places where the word, or the wrapped key, could be read; the file and the way. */
  readonly foundBefore: readonly string[];
  readonly foundRunning: readonly string[];
  readonly foundAfter: readonly string[];
  /** In what the process logged at its most talkative. */
  readonly foundInLog: readonly string[];
  readonly keysLeft: number;
  /** What `export` says of the person once yesterday's backup is restored beside today's keys. */
  readonly afterRestore: string;
}

const word = 'Zqvortal';

/** Every line holds the word with a number of its own. */
function lines(): readonly string[] {
  let count = 0;
  const m = (): string => { count += 1; return `${word}${count}`; };
  return [
    `my ${m()} does not trust me`, `/ask who is ${m()}`, `/ask question="is ${m()} right?"`, `/support ${m()}`, `/support country=${m()} kind=${m()}`, `[${m()}]`, `/${m().toLowerCase()} ${m()}`, `/exercise ${m()}`, `/exercise name=${m()}`,
    `/weekly day=${m()}`, `/settings ${m()}`, `i want to kill myself because of ${m()}`, `${m()} hits me`,
    '/settings', '[What is left out]', '[Bring it back]', '/settings', '[My word to hide]', `hide ${word}Out`, '/settings', '[My word to come back]', `back ${word}In`, '/settings', '[Choose my time zone]', `${m()}`, '/settings', '[Choose my country]', `${m()}`,
    '/checkin', '5', '6', '7', `line ${m()}`, '[No, thank]',
    '/exercise boundary', 'My time', `you tell ${m()}`, `you to ask ${m()}`, `leave ${m()}`, 'Done', '[Yes it is]', '[Yes it feels]', '[I have a time]', '[Keep]',
    `/hide ${m()}`, `${m()} plants`, `back ${word}In`, `hide ${word}Out`, `back ${word}In`,
    '/exercise boundary', 'My time', `you shout ${m()}`, `what is ${m()}? why does ${m()} lie to me all the time, and what can I do about it?`, `/export ${m()}`,
  ];
}

export async function markerSearch(folder: string, projectCache: string): Promise<MarkerTable> {
  const db = join(folder, 'mend.db');
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const env = { MEND_LOG: 'trace', MEND_KEYS_MIRROR: join(folder, 'mirror.keys'), TMPDIR: temporary };
  const name = `${word}.name`;
  const person = `terminal:${name}`;
  const places = [folder, projectCache];

  const said = lines();
  const running = start(['chat', '--db', db, '--as', name, '--json'], env);
  const turns = (out: string): number => out.match(/^\{"turn":/gmu)?.length ?? 0;
  running.write(said.map(line => `${line}\n`).join(''));
  await running.until(out => turns(out) >= said.length);
  const wrapped = wrappedKeys(`${db}.keys`);
  const exported = (await mend(['export', person, '--db', db])).out;
  const foundBefore = search(places, [word]);
  await mend(['backup', join(folder, 'yesterday.backup'), '--db', db]);

  running.write('/forget\n[Delete everything now]\n');
  await running.until(out => turns(out) >= said.length + 2);
  const outside = places.flatMap(filesIn).filter(file => !file.endsWith('.backup'));
  const foundRunning = [...search(outside, [word]), ...search(outside, wrapped)];
  const ended = await running.end();
  const foundAfter = [...search(outside, [word]), ...search(outside, wrapped)];
  const keysLeft = wrappedKeys(`${db}.keys`).length;

  await mend(['restore', join(folder, 'yesterday.backup'), '--db', db], '', env);
  const restored = await mend(['export', person, '--db', db], '', env);
  return {
    written: said.filter(line => line.includes(word)).length,
    kept: new Set(exported.match(new RegExp(`${word}(\\d+|In|Out)`, 'giu')) ?? []).size,
    files: places.flatMap(filesIn).length,
    foundBefore, foundRunning, foundAfter, foundInLog: ended.err.toLowerCase().includes(word.toLowerCase()) ? ['standard error'] : [],
    keysLeft, afterRestore: `${restored.out}${restored.err.replaceAll(person, 'KEY')}`,
  };
}

/** What stands for a key on the disk: with it and the master key, an old copy could be read. */
function wrappedKeys(file: string): readonly Buffer[] {
  const keys = new Database(file, { readonly: true });
  const found = keys.prepare<[], Buffer>('select wrapped from key').pluck().all();
  keys.close();
  return found;
}

function filesIn(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).map(name => join(place, name)).filter(file => existsSync(file) && statSync(file).isFile());
}

/** As it is, in either case, as UTF-16, hexadecimal, and base64 at each of its three offsets. */
function search(places: readonly string[], wanted: readonly (string | Buffer)[]): readonly string[] {
  const found: string[] = [];
  for (const file of places.flatMap(filesIn)) {
    const bytes = readFileSync(file);
    const lower = Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
    for (const each of wanted) {
      if (typeof each !== 'string') {
        if (bytes.includes(each)) found.push(`${file}: the wrapped key`);
        continue;
      }
      const small = each.toLowerCase();
      const ways = [small, Buffer.from(small, 'utf16le'), Buffer.from(small).toString('hex'), Buffer.from(each).toString('hex').toLowerCase()];
      if (ways.some(way => lower.includes(way))) found.push(`${file}: the word`);
      for (const offset of [0, 1, 2]) {
        // Without the characters at both ends that the neighbours share.
        const core = Buffer.from(`${'-'.repeat(offset)}${each}`).toString('base64').slice(offset === 0 ? 0 : offset + 1, -4);
        if (bytes.includes(core)) found.push(`${file}: the word as base64`);
      }
    }
  }
  return found;
}
