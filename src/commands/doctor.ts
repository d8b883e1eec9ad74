/** Facts about this installation, and what is wrong with it, in one look. Nothing of anybody. */
import { existsSync, statSync } from 'node:fs';
import type { Config } from '../config.ts';
import { checkContent } from '../knowledge/check.ts';
import { readContent } from '../knowledge/library.ts';
import { hashOf } from '../nlp/train.ts';
import { closeQuietly, memory, openDatabase } from '../store/database.ts';
import { projectRoot } from './project-root.ts';
import { Failure } from './failure.ts';
import { openBotStore } from './files.ts';
import { calibrationNow, lessonsFrom } from './model.ts';
import { settings, settingsAtHome } from './settings.ts';

export async function doctor(db: string | undefined): Promise<number> {
  const problems: string[] = [];
  const facts: (readonly [string, string])[] = [['node', process.version], ['sqlite', sqliteVersion()]];
  const config = readSettings(db, problems);
  if (config) {
    facts.push(['platforms', [config.telegram ? 'telegram' : '', config.discord ? 'discord' : ''].filter(Boolean).join(', ') || 'none (terminal only)']);
    facts.push(['contact', config.contact === null ? 'not set' : 'set'], ['log', config.log ?? 'info when serving'], ['health', config.httpPort === null ? 'off' : `127.0.0.1:${config.httpPort}`]);
    await lookAtFiles(config, facts, problems);
  }
  lookAtContent(facts, problems);
  const width = Math.max(...facts.map(([name]) => name.length));
  process.stdout.write(`${facts.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')}\n\n`);
  process.stdout.write(problems.length === 0 ? 'Nothing is wrong.\n' : `${problems.map(problem => `- ${problem}`).join('\n')}\n${problems.length} to mend.\n`);
  return problems.length === 0 ? 0 : 1;
}

function readSettings(db: string | undefined, problems: string[]): Config | null {
  try {
    const config = settings();
    return db === undefined ? config : { ...config, db, keyFile: settingsAtHome(db).keyFile };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push(...error.message.split('\n').slice(1).map(line => line.replace(/^- /, '')));
    return null;
  }
}

async function lookAtFiles(config: Config, facts: (readonly [string, string])[], problems: string[]): Promise<void> {
  facts.push(['data file', existsSync(config.db) ? config.db : `${config.db} (made at the first start)`]);
  if (!existsSync(config.db)) return;
  facts.push(['keys', existsSync(`${config.db}.keys`) ? `${config.db}.keys` : 'missing'], ['key file', existsSync(config.keyFile) ? config.keyFile : 'missing']);
  facts.push(['keys mirror', config.keysMirror ?? 'off']);
  if (config.keysMirror === null) problems.push('MEND_KEYS_MIRROR is not set: if this disk is lost, no backup can be read. Set it to a file on another disk.');
  if (existsSync(config.keyFile) && (statSync(config.keyFile).mode & 0o077) !== 0) problems.push(`${config.keyFile} can be read by others: chmod 600 ${config.keyFile}`);
  try {
    const store = openBotStore(config);
    const stats = store.stats();
    facts.push(['people and places', String(stats.subjects)], ['waiting to be sent', String(stats.queued + stats.sending + stats.held)], ['size', `${Math.round((stats.bytes + stats.walBytes + stats.keyBytes) / 1024)} KB`]);
    const aside = store.setAside();
    if (aside.length > 0) problems.push(`${aside.length} ${aside.length === 1 ? 'event was' : 'events were'} set aside after failing too often (${[...new Set(aside.map(each => each.code))].join(', ')}): please report this as a bug.`);
    problems.push(...store.damage().map(sentence => `${config.db} is damaged (${sentence}): restore a backup.`));
    await store.close();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    problems.push(error.message);
  }
}

function lookAtContent(facts: (readonly [string, string])[], problems: string[]): void {
  const today = Temporal.Now.plainDateISO().toString();
  const { summary, problems: mistakes } = checkContent(projectRoot, today);
  const read = readContent(projectRoot);
  if (read.kind === 'compiled') {
    facts.push(['content', read.content.library.en.hash], ['languages', Object.keys(read.content.library).join(', ')]);
    if (calibrationNow()?.intents !== hashOf(lessonsFrom(read.content))) problems.push('The calibration does not fit the intents: npm run calibrate');
  }
  facts.push(['help lines', `${summary.counts['help lines']} shown, ${summary.counts['help lines waiting']} wait until somebody has phoned them or read their page`]);
  if (read.kind === 'compiled') for (const line of read.content.waiting) facts.push(['  waiting', `${line.country} ${line.id}: ${line.name} (${line.how}), content/helplines/${line.country}.yaml`]);
  facts.push(['reviewed', `${summary.reviewed.signed} of ${summary.reviewed.of} units`]);
  if (mistakes.length > 0) problems.push(`The content has ${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}: npm run check:content`);
}

function sqliteVersion(): string {
  const db = openDatabase(memory);
  const version = String(db.prepare('select sqlite_version()').pluck().get());
  closeQuietly(db);
  return version;
}
