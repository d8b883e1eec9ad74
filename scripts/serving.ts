/**
 * One process for Telegram and Discord, started with the flags of `npm start`: how soon it serves, beside its bare imports in the same run,
 * and how much memory it holds after many conversations on both: `node scripts/serving.ts [people] [starts] [more node flags]`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startFlags } from '../src/commands/start-flags.ts';
import { settingsFor } from '../tests/fakes/discord/campaigns.ts';
import { wallClock } from '../tests/fakes/discord/clock.ts';
import { personOf } from '../tests/fakes/discord/person.ts';
import { fakeDiscord } from '../tests/fakes/discord/server.ts';
import { phoneOf } from '../tests/fakes/telegram/phone.ts';
import { fakeTelegram } from '../tests/fakes/telegram/server.ts';

const [people = 10_000, starts = 5] = process.argv.slice(2, 4).map(Number);
const root = fileURLToPath(new URL('..', import.meta.url));
const flags = [...startFlags(), ...process.argv.slice(4)];
const said = ['How long does it take to rebuild trust?', '1', 'he lied to me again', 'thank you', 'what is a boundary', '2'];
/** Every library that such a process uses, by the name that its own manual gives; nothing else. Both starts remember compiled code. */
const bare = "for (const name of ['@discordjs/ws', '@discordjs/rest', 'discord-api-types/v10', 'grammy', 'zod', 'pino', 'better-sqlite3', 'natural/lib/natural/stemmers/porter_stemmer.js']) await import(name); process.stdout.write('Serving.');";

interface Started { readonly pid: number; readonly ms: number; readonly log: () => string; end(): Promise<void> }
async function start(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, ...args], { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => { log = `${log}${data.toString()}`.slice(-4000); if (log.includes('Serving.')) resolve(); });
    child.on('close', () => reject(new Error(`it ended: ${log}`)));
  });
  const ms = performance.now() - began;
  return { pid: child.pid ?? 0, ms, log: () => log, end: () => new Promise((resolve) => { if (child.exitCode !== null) resolve(); child.on('close', () => resolve()); child.kill('SIGTERM'); }) };
}

/** MB. `own`: what no file on the disk stands behind; the rest is mostly Node's own program. */
function memoryOf(pid: number): { readonly all: number; readonly own: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kb = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(status)?.[1] ?? 0);
  return { all: Math.round(kb('VmRSS') / 976.5625), own: Math.round(kb('RssAnon') / 976.5625) };
}

const folder = mkdtempSync(join(tmpdir(), 'mend-memory-'));
const discord = await fakeDiscord({ clock: wallClock });
const telegram = await fakeTelegram();
const settings = settingsFor(discord, folder, { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root });
const times: { readonly ready: number; readonly imports: number }[] = [];
// The first round only fills the caches.
for (let round = 0; round <= starts; round += 1) {
  const served = await start(['src/main.ts', 'serve'], settings);
  await served.end();
  const imported = await start(['--input-type=module', '-e', bare], {});
  await imported.end();
  if (round > 0) times.push({ ready: served.ms, imports: imported.ms });
}
const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const ready = median(times.map((time) => time.ready));
const imports = median(times.map((time) => time.imports));

const served = await start(['src/main.ts', 'serve'], settings);
await pause(5_000);
const idle = memoryOf(served.pid);
const began = Date.now();
let most = idle.all;
const atOnce = 64;
const missing: string[] = [];
/** A reply that does not come is counted, and the bot's last lines are shown for it. */
async function reply(from: string, got: () => number, before: number): Promise<void> {
  const until = Date.now() + 30_000;
  while (got() === before && Date.now() < until) await pause(2);
  if (got() === before) missing.push(`no reply to ${from}; the last lines of the bot:\n${served.log()}`);
}
for (let from = 0; from < people; from += atOnce) {
  await Promise.all(Array.from({ length: Math.min(atOnce, people - from) }, async (_, index) => {
    const number = from + index;
    for (let message = 0; message < 2; message += 1) {
      const words = said[(number + message) % said.length] ?? '';
      // One half writes here, the other there.
      if (number % 2 === 0) {
        const person = personOf(discord, String(780_000_000_000_000_000n + BigInt(number)));
        const before = person.got.length;
        person.say(words);
        await reply(`somebody on Discord, message ${message}`, () => person.got.length, before);
      } else {
        const phone = phoneOf(telegram, 100_000 + number);
        const before = phone.got.length;
        phone.say(words);
        await reply(`somebody on Telegram, message ${message}`, () => phone.got.length, before);
      }
    }
  }));
  most = Math.max(most, memoryOf(served.pid).all);
}
const seconds = Math.round((Date.now() - began) / 1000);
await pause(5_000);
const after = memoryOf(served.pid);
await served.end();
await discord.close();
await telegram.close();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`node flags                                   ${flags.join(' ')}
ready to serve, bare imports, ratio          ${Math.round(ready)} ms, ${Math.round(imports)} ms, ${(ready / imports).toFixed(2)} (median of ${starts}; wanted: 700 ms or 1.3)
memory when ready: all, own                  ${idle.all} MB, ${idle.own} MB
after ${people} people: all, own, most         ${after.all} MB, ${after.own} MB, ${most} MB in ${seconds} s (wanted: 160 MB)
replies that never came                      ${missing.length}
against the documentation                    ${discord.wrong.length + telegram.wrong.length}
${missing.join('\n')}`);
process.exitCode = (ready > 700 && ready / imports > 1.3) || after.all > 160 || missing.length > 0 ? 1 : 0;
