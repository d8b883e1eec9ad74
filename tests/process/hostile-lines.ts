/**
 * Lines that nobody means well with, and what came of them: through `chat` each must give one turn, through `classify` one line.
 * Also run by `scripts/hostile.ts`.
 */
import { mend } from '../terminal/mend-process.ts';

export interface HostileTable {
  readonly lines: number;
  readonly turns: number;
  /** Turns out of order, missing or given twice. */
  readonly misnumbered: number;
  readonly silent: number;
  readonly classified: number;
  /** Lines of either output that are no JSON, or would steer a terminal that shows them. */
  readonly broken: number;
  readonly exits: string;
  readonly errors: string;
}

const escape = '\u001B';
const seeds: readonly (string | Uint8Array)[] = [
  'x'.repeat(10_000), 'why '.repeat(2_500), 'a'.repeat(9_999) + '\u00E9', '('.repeat(10_000), '\u0301'.repeat(5_000), `a${'\u0301'.repeat(3_000)}b`,
  '\0', 'a\0b', '\0'.repeat(1_000), '\u0001\u0002\u0007\u0008\u000B\u000C\u000E\u007F', '\u0080\u0085\u009B31m\u009D0;title\u009C',
  `${escape}[2J${escape}[H`, `${escape}]0;owned\u0007`, `${escape}]52;c;aGVsbG8=\u0007`, `${escape}P$q"p${escape}\\`, `${escape}[31mred${escape}[0m`, `${escape}[6n`, `${escape}c`,
  '\u202Eabc\u202C', '\u2066\u2067\u2068abc\u2069', '\u200B\u200C\u200D\u2060\uFEFF', '\u05D0\u200Fabc\u200E', 'z\u0337\u0322\u0327\u0328a\u0300\u0301\u0302\u0303l\u0334g\u0335o\u0336',
  '\u2028', 'a\u2028b\u2029c', '\r', 'a\rb', '\r\r\r', '\t\t', ' ', '', '\u3000', '\u00A0',
  Uint8Array.of(0xED, 0xA0, 0x80), Uint8Array.of(0xED, 0xBF, 0xBF, 0x61), Uint8Array.of(0xFF, 0xFE, 0xFD), Uint8Array.of(0xC0, 0xAF), Uint8Array.of(0xF4, 0x90, 0x80, 0x80), Uint8Array.of(0xE2, 0x82), Uint8Array.of(0x61, 0xF0, 0x9F, 0x98),
  '\uD83D\uDE00'.repeat(500), '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'.repeat(200), '\u{E0041}\u{E0042}', '\uFDFD\uFDFD', '\u{10FFFF}', '\uFFFE\uFFFF',
  '/', '//', '/ ', '/\0', '/ask', '/ask ', `/ask ${'q'.repeat(9_000)}`, '/__proto__', '/constructor', '/toString x', '/exercise __proto__', '/exercise name=constructor', '/support __proto__', '/support country=toString kind=valueOf', '/a=b', '/ask __proto__=1', `/${'a'.repeat(5_000)}`,
  '[', ']', '[]', '[ ]', '[[', '[a]b', '[\0]', '[__proto__]', `[${'l'.repeat(9_000)}]`, '[\u202Ekcab]', '__proto__', 'constructor', 'hasOwnProperty', 'toString', 'undefined', 'null', 'NaN', '-1', '1e999', '99999999999999999999', '0', '00', '\u0661', '\u2460', '\u00BD', '3.5', '0x10',
  '{"turn":1}', '{"text":"x"}', '"', '\\', '\\n', '\\u0000', '%s%n%d', '${x}', '{{limit}}', '{limit}', '<script>alert(1)</script>', '@everyone', '<@1>', '`', '```', '**a**', '[a](javascript:x)', "'; drop table subject; --", '../../etc/passwd', '$(id)', '`id`', '!!!!!', '....', '????',
  'back', 'stop', 'skip', 'pause', 'menu', '/exercise boundary', '/checkin', '/settings', '/hide', 'blue door', '/privacy', '/export', '/progress', '/help', 'yes', 'no',
];

/** `count` lines: every seed once, then seeds joined and changed by a generator that the number repeats. */
export function hostileLines(count: number, seed: number): Buffer {
  const chance = chanceFrom(seed);
  const one = (): Buffer => Buffer.from(seeds[Math.floor(chance() * seeds.length)] ?? '');
  const lines: Buffer[] = seeds.slice(0, count).map(each => Buffer.from(each));
  while (lines.length < count) {
    const joined = Buffer.concat(Array.from({ length: 1 + Math.floor(chance() * 3) }, one)).subarray(0, 10_000);
    const line = Buffer.from(joined);
    for (let change = Math.floor(chance() * 4); change > 0 && line.length > 0; change -= 1) line[Math.floor(chance() * line.length)] = Math.floor(chance() * 256);
    lines.push(line);
  }
  // Forgetting starts the count anew, so no line may ask for it; a line end within a line would be two.
  return Buffer.concat(lines.flatMap(line => [Buffer.from(line.map(byte => (byte === 10 ? 32 : byte))), Buffer.from('\n')]));
}

export async function hostileTalk(db: string, count: number, seed: number): Promise<HostileTable> {
  const input = hostileLines(count, seed);
  const chat = await mend(['chat', '--db', db, '--json'], input);
  const classify = await mend(['classify'], input);
  let broken = 0;
  let silent = 0;
  let said = 0;
  const turns: number[] = [];
  for (const row of chat.out.split('\n').slice(0, -1)) {
    const value = read(row);
    if (value === null) broken += 1;
    else if ('turn' in value) {
      turns.push(Number(value['turn']));
      if (said === 0) silent += 1;
      said = 0;
    } else {
      said += 1;
      if (value['text'] === '') broken += 1;
    }
  }
  const readings = classify.out.split('\n').slice(0, -1);
  broken += readings.filter(row => read(row) === null).length;
  return {
    lines: count, turns: turns.length, misnumbered: turns.filter((turn, index) => turn !== index + 1).length, silent, classified: readings.length, broken,
    exits: `${chat.code} ${classify.code}`, errors: chat.err + classify.err,
  };
}

/** Null when it is no JSON object, or holds a control character as it is. */
function read(row: string): Readonly<Record<string, unknown>> | null {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  if (/[\u0000-\u001F]/u.test(row)) return null;
  try {
    const value: unknown = JSON.parse(row);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Numbers from 0 to 1 that a seed repeats (Park and Miller, 1988). */
function chanceFrom(seed: number): () => number {
  let value = seed;
  return () => (value = (value * 48_271) % 2_147_483_647) / 2_147_483_647;
}
