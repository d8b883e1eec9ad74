/**
 * The settings of one process: the environment, read once, checked whole, frozen.
 * A setting that is wrong costs an operator one look, not five restarts: every problem is listed
 * at once, with the name, what was expected and an example. Values of secrets are never repeated.
 */
import { join } from 'node:path';
import { coverTopics, type CoverTopic } from './conversation/knowledge.ts';
import type { LogLevel } from './runtime/log.ts';

const logLevels: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] satisfies readonly LogLevel[];

export interface TelegramConfig {
  readonly token: string;
  readonly apiRoot: string | null;
  readonly webhook: { readonly url: string; readonly secret: string; readonly port: number } | null;
}
export interface DiscordConfig { readonly token: string; readonly apiRoot: string | null }

export interface Config {
  readonly db: string;
  readonly keyFile: string;
  /** The one place where the key file is mirrored; null for none. */
  readonly keysMirror: string | null;
  /** Null only without a token. */
  readonly contact: string | null;
  readonly name: string;
  readonly cover: CoverTopic;
  /** Loopback port of health and metrics; null for none. */
  readonly httpPort: number | null;
  /** Null where nothing was said: `info` when serving, silent at the terminal. */
  readonly log: LogLevel | null;
  readonly telegram: TelegramConfig | null;
  readonly discord: DiscordConfig | null;
}

export type ConfigResult = { readonly config: Config } | { readonly problems: readonly string[] };
export type Environment = Readonly<Record<string, string | undefined>>;

/** @param readFile reads a `*_FILE` secret; throws when it cannot. */
export function readConfig(env: Environment, readFile: (path: string) => string): ConfigResult {
  const problems = unknownNames(env);
  const at = reader(env, problems, readFile);
  const telegram = readTelegram(at, problems);
  const discord = readDiscord(at, problems);
  const contact = at.text('MEND_CONTACT');
  if ((telegram ?? discord) && contact === null) {
    problems.push('MEND_CONTACT is missing. It tells people who runs this bot and how to reach them; it is needed with a token. Example: MEND_CONTACT="Ana Ruiz, ana@example.org"');
  }
  const log = at.text('MEND_LOG');
  if (log !== null && !logLevels.includes(log)) {
    problems.push(`MEND_LOG is "${log}". Expected one of ${logLevels.join(', ')}. Example: MEND_LOG=info`);
  }
  const coverText = at.text('MEND_COVER') ?? 'houseplants';
  const cover = coverTopics.find(topic => topic === coverText) ?? 'houseplants';
  if (cover !== coverText) problems.push(`MEND_COVER is "${coverText}". Expected one of ${coverTopics.join(', ')}. Example: MEND_COVER=cooking`);
  const db = at.text('MEND_DB') ?? join('data', 'mend.db');
  const config: Config = {
    db,
    keyFile: at.text('MEND_KEY_FILE') ?? keyFileBeside(db),
    keysMirror: at.text('MEND_KEYS_MIRROR'),
    contact,
    name: at.text('MEND_NAME') ?? 'Mend',
    cover,
    httpPort: at.port('MEND_HTTP_PORT', '9464'),
    log: log as LogLevel | null,
    telegram,
    discord,
  };
  return problems.length > 0 ? { problems } : { config: deepFreeze(config) };
}

/** The names a process with no token can be told to set. */
export const tokenNames = ['TELEGRAM_BOT_TOKEN', 'DISCORD_BOT_TOKEN'] as const;

/** `data/mend.db` -> `data/mend.db.key`; a database in memory keeps its key in memory. */
function keyFileBeside(db: string): string {
  return db === ':memory:' ? ':memory:' : `${db}.key`;
}

const secretNames = ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'DISCORD_BOT_TOKEN'] as const;
type SecretName = (typeof secretNames)[number];
const plainNames = [
  'MEND_DB', 'MEND_KEY_FILE', 'MEND_KEYS_MIRROR', 'MEND_CONTACT', 'MEND_NAME', 'MEND_COVER', 'MEND_HTTP_PORT', 'MEND_LOG',
  'TELEGRAM_API_ROOT', 'TELEGRAM_WEBHOOK_URL', 'TELEGRAM_WEBHOOK_PORT', 'DISCORD_API_ROOT',
] as const;
type PlainName = (typeof plainNames)[number];
const knownNames: readonly string[] = [...plainNames, ...secretNames, ...secretNames.map(name => `${name}_FILE`)];

interface Reader {
  text(name: PlainName): string | null;
  secret(name: SecretName): string | null;
  port(name: PlainName, example: string): number | null;
  url(name: PlainName, example: string): string | null;
}

function reader(env: Environment, problems: string[], readFile: (path: string) => string): Reader {
  const text = (name: string): string | null => env[name]?.trim() || null;
  return {
    text,
    secret(name) {
      const file = text(`${name}_FILE`);
      if (file === null) return text(name);
      if (text(name) !== null) problems.push(`${name} and ${name}_FILE are both set. Expected one of them. Example: ${name}_FILE=/run/secrets/${name.toLowerCase()}`);
      try {
        const value = readFile(file).trim();
        if (value !== '') return value;
        problems.push(`${name}_FILE names ${file}, which is empty. Expected a file that holds the secret and nothing else. Example: ${name}_FILE=/run/secrets/${name.toLowerCase()}`);
      } catch (error) {
        problems.push(`${name}_FILE names ${file}, which cannot be read (${codeOf(error)}). Expected a readable file. Example: ${name}_FILE=/run/secrets/${name.toLowerCase()}`);
      }
      return null;
    },
    port(name, example) {
      const value = text(name);
      if (value === null) return null;
      const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
      if (port >= 1 && port <= 65_535) return port;
      problems.push(`${name} is "${value}". Expected a port number from 1 to 65535. Example: ${name}=${example}`);
      return null;
    },
    url(name, example) {
      const value = text(name);
      if (value === null) return null;
      if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, '');
      problems.push(`${name} is not an address. Expected one that begins with http:// or https://. Example: ${name}=${example}`);
      return null;
    },
  };
}

function readTelegram(at: Reader, problems: string[]): TelegramConfig | null {
  const token = at.secret('TELEGRAM_BOT_TOKEN');
  const apiRoot = at.url('TELEGRAM_API_ROOT', 'http://127.0.0.1:8081');
  const url = at.url('TELEGRAM_WEBHOOK_URL', 'https://bot.example.org/telegram');
  const secret = at.secret('TELEGRAM_WEBHOOK_SECRET');
  const port = at.port('TELEGRAM_WEBHOOK_PORT', '8080');
  // A local Bot API server may use any token; Telegram's own are digits, a colon and letters.
  if (token !== null && (apiRoot === null ? !/^\d+:[\w-]+$/.test(token) : /\s/.test(token))) {
    problems.push('TELEGRAM_BOT_TOKEN does not look like a token. Expected what @BotFather gives: digits, a colon, then letters. Example: TELEGRAM_BOT_TOKEN=123456:ABC-DEF1234');
  }
  if (url !== null && secret === null && !problems.some(problem => problem.startsWith('TELEGRAM_WEBHOOK_SECRET'))) {
    problems.push('TELEGRAM_WEBHOOK_SECRET is missing. Without it anybody could send messages in the name of Telegram; it is needed with TELEGRAM_WEBHOOK_URL. Example: TELEGRAM_WEBHOOK_SECRET=a-long-random-word');
  }
  if (secret !== null && !/^[\w-]{1,256}$/.test(secret)) {
    problems.push('TELEGRAM_WEBHOOK_SECRET holds a character that Telegram does not allow. Expected 1 to 256 of A-Z, a-z, 0-9, _ and -. Example: TELEGRAM_WEBHOOK_SECRET=a-long-random-word');
  }
  if (token === null) return null;
  return { token, apiRoot, webhook: url !== null && secret !== null ? { url, secret, port: port ?? 8080 } : null };
}

function readDiscord(at: Reader, problems: string[]): DiscordConfig | null {
  const token = at.secret('DISCORD_BOT_TOKEN');
  const apiRoot = at.url('DISCORD_API_ROOT', 'http://127.0.0.1:3000/api');
  if (token !== null && /\s/.test(token)) {
    problems.push('DISCORD_BOT_TOKEN holds a space. Expected the bare token, without the word "Bot" before it. Example: DISCORD_BOT_TOKEN=MTk4NjIy.Cl2FMQ.ZnCjm1XVW7');
  }
  // With the version at its end it is the same address: the bot adds its own.
  return token === null ? null : { token, apiRoot: apiRoot?.replace(/\/v\d+$/u, '') ?? null };
}

function unknownNames(env: Environment): string[] {
  const problems: string[] = [];
  for (const name of Object.keys(env).toSorted()) {
    if (knownNames.includes(name) || env[name] === undefined) continue;
    const near = nearest(name);
    if (near !== null && /^(MEND|TELEGRAM|DISCORD)_/.test(near)) problems.push(`${name} is not a setting. Did you mean ${near}?`);
    else if (name.startsWith('MEND_')) problems.push(`${name} is not a setting. The settings are ${knownNames.filter(known => known.startsWith('MEND_')).join(', ')}.`);
  }
  return problems;
}

/** The known name at most two typing slips away; names of other programs are left alone. */
function nearest(name: string): string | null {
  if (!/^(MEND|TELEGRAM|DISCORD)_?/.test(name) && !name.startsWith('MEN')) return null;
  const scored = knownNames.map(known => ({ known, slips: distance(name, known) })).toSorted((a, b) => a.slips - b.slips);
  const best = scored[0];
  return best && best.slips <= 2 ? best.known : null;
}

/** Levenshtein distance (Wagner and Fischer, 1974). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unreadable';
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner as object);
  return Object.freeze(value);
}
