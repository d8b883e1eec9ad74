/**
 * Logs as JSON lines that cannot hold what people wrote.
 *
 * Redaction by a list of paths forgets the next path. Here it is the other way round: a line holds a fixed sentence,
 * and beside it only fields named below, each cut to a harmless shape. Of an error only its kind, code and stack
 * frames are kept, because a message may quote a person's words or an address that holds a token.
 */
import { createHmac, randomBytes } from 'node:crypto';
import pino from 'pino';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface Fields {
  /** A person, place or route: written as a pseudonym that means nothing after this process. */
  readonly about?: string;
  readonly platform?: string;
  /** What kind of event, parcel or outcome. */
  readonly kind?: string;
  readonly outcome?: string;
  readonly hash?: string;
  readonly count?: number;
  readonly ms?: number;
  readonly port?: number;
  readonly error?: unknown;
}

export interface Log {
  debug(says: string, fields?: Fields): void;
  info(says: string, fields?: Fields): void;
  warn(says: string, fields?: Fields): void;
  error(says: string, fields?: Fields): void;
}

/** @param write takes one line, newline included; standard error where nothing is given. */
export function createLog(level: LogLevel, write?: (line: string) => void): Log {
  const destination = write ? { write } : pino.destination({ dest: 2, sync: true });
  const sink = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: label => ({ level: label }) } }, destination);
  const salt = randomBytes(16);
  const shape = (fields: Fields): Record<string, unknown> => shapeOf(fields, salt);
  return {
    debug: (says, fields = {}) => sink.debug(shape(fields), says),
    info: (says, fields = {}) => sink.info(shape(fields), says),
    warn: (says, fields = {}) => sink.warn(shape(fields), says),
    error: (says, fields = {}) => sink.error(shape(fields), says),
  };
}

export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function shapeOf(fields: Fields, salt: Buffer): Record<string, unknown> {
  const { about, error, platform, kind, outcome, hash, count, ms, port } = fields;
  const line: Record<string, unknown> = {};
  if (about !== undefined) line['about'] = createHmac('sha256', salt).update(about).digest('hex').slice(0, 10);
  for (const [name, value] of Object.entries({ platform, kind, outcome, hash })) if (value !== undefined) line[name] = asWord(value);
  for (const [name, value] of Object.entries({ count, ms, port })) if (Number.isFinite(value)) line[name] = value;
  if (error !== undefined) line['error'] = describeError(error);
  return line;
}

/** Kind, code and where, never what it says. `depth`: causes followed. */
export function describeError(error: unknown, depth = 2): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const described: Record<string, unknown> = { kind: asWord(error.constructor.name) };
  for (const name of ['code', 'status', 'error_code', 'errno'] as const) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === 'number') described[name] = value;
    if (typeof value === 'string') described[name] = asWord(value);
  }
  described['at'] = framesOf(error);
  if (error.cause !== undefined && depth > 0) described['cause'] = describeError(error.cause, depth - 1);
  return described;
}

/** The frames of a stack. The message stands before them and may run over lines of its own, so it is cut away whole. */
function framesOf(error: Error): readonly string[] {
  const stack = typeof error.stack === 'string' ? error.stack : '';
  return stack.split('\n')
    .map(line => /^ {4}at .*?((?:node:)?[\w.@-]+(?:\/[\w.@-]+){0,2}\.?\w*:\d+:\d+)\)?$/.exec(line)?.[1])
    .filter(frame => frame !== undefined && !error.message.includes(frame))
    .slice(0, 6) as string[];
}

/** Short words of our own vocabulary pass; anything else is only said to be there. */
function asWord(value: string): string {
  return /^[\w.:@-]{1,64}$/.test(value) ? value : '(withheld)';
}

function nothing(): void { /* silent */ }
