/** What people asked in vain: the gists of their questions and how many people, never texts; and a gist as a stub for an author. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withStub } from '../knowledge/stub.ts';
import { isGist } from '../nlp/gist.ts';
import { existingFile } from './existing-file.ts';
import { Failure } from './failure.ts';
import { openBotStore } from './files.ts';
import { projectRoot } from './project-root.ts';
import { settingsAtHome } from './settings.ts';

export interface UnansweredOptions {
  readonly db?: string;
  /** Fewer people than this, and it is not shown. */
  readonly min: number;
  /** A line of the list, from 1. */
  readonly stub?: number;
  readonly intent?: string;
  readonly json?: true;
}

interface Asked { readonly words: string; readonly count: number }

/** `root`: where `intents/` lies. */
export async function unanswered(options: UnansweredOptions, root = projectRoot): Promise<number> {
  if ((options.stub === undefined) !== (options.intent === undefined)) throw new Failure(2, 'Give --stub and --intent together: which line of the list, and for which intent.');
  const asked = await askedInVain(options);
  if (options.stub !== undefined && options.intent !== undefined) writeStub(root, asked, options.stub, options.intent, options.min);
  else process.stdout.write(options.json ? `${JSON.stringify(asked)}\n` : listed(asked, options.min));
  return 0;
}

/** Most people first; within a number by the alphabet, so that a line keeps its place. */
async function askedInVain({ db, min }: UnansweredOptions): Promise<readonly Asked[]> {
  const config = settingsAtHome(db);
  existingFile(config.db);
  const store = openBotStore(config);
  try {
    return store.tallies.all('unanswered').flatMap(row => (row.n >= min && isGist(row.key) ? [{ words: row.key, count: row.n }] : []))
      .toSorted((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
  } finally {
    await store.close();
  }
}

function listed(asked: readonly Asked[], min: number): string {
  if (asked.length === 0) return `Nothing was asked in vain by ${min === 1 ? 'anybody' : `${min} people or more`}.\n`;
  const rows = asked.map(({ words, count }, index) => `${String(index + 1).padStart(4)}  ${String(count).padStart(6)}  ${words}`);
  return `line  people  words, in no order\n${rows.join('\n')}\n\nTo answer one: mend unanswered --stub LINE --intent topic.NAME\n`;
}

/** Danger has files of another kind, and other languages a folder of their own. */
const intentId = /^(?:chat|exercise|faq|topic)\.[a-z0-9]+(?:-[a-z0-9]+)*$/;

function writeStub(root: string, asked: readonly Asked[], line: number, intent: string, min: number): void {
  if (!intentId.test(intent)) throw new Failure(2, `"${intent}" cannot be the id of an intent. Expected topic., faq., exercise. or chat. and a name of small letters, digits and hyphens, such as topic.in-laws.`);
  const found = asked[line - 1];
  if (!found) throw new Failure(2, asked.length === 0 ? listed(asked, min).trim() : `There is no line ${line}: the list has ${asked.length}. See mend unanswered.`);
  const path = `intents/${intent.replace('.', '/')}.yaml`;
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, withStub(before, found.words, found.count));
  process.stdout.write(`${path} ${before === null ? 'is begun' : 'has a stub now'}: ${found.words}\nWrite sentences for it, then run npm run check:content, which tells what else is missing.\n`);
}
