/**
 * `mend bench memory`: how much memory a serving process holds, before anybody wrote and after many have talked.
 * Everything is as `npm start` serves, its flags for Node included, with real understanding and a real data file, except for the platform: it takes every message and sends none.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adapter } from '../adapters/adapter.ts';
import type { Event } from '../conversation/event.ts';
import { silentLog } from '../runtime/log.ts';
import { createMetrics } from '../runtime/metrics.ts';
import { assemble } from './assembly.ts';
import { content } from './content.ts';
import { openBotStore } from './files.ts';
import { learnAndUnderstand } from './model.ts';
import { projectRoot } from './project-root.ts';
import { settingsAtHome } from './settings.ts';
import { startFlags } from './start-flags.ts';
import { understandLater } from './understanding.ts';

/** What people say in the measured conversations: questions, a choice by number, thanks. */
export const said = ['How long does it take to rebuild trust?', '1', 'he lied to me again', 'thank you', 'what is a boundary', '2'] as const;

/** Megabytes resident. `idle`: ready to serve, nobody has written; `talked`: after that many people, two messages each. */
export interface MemoryFigures { readonly idle_rss_mb: number; readonly rss_mb: number; readonly people: number }

export async function benchMemory(people: number, json: boolean): Promise<number> {
  if (startFlags().some(flag => !process.execArgv.includes(flag))) return asStarted(['bench', 'memory', '--people', String(people), ...(json ? ['--json'] : [])]);
  const folder = mkdtempSync(join(tmpdir(), 'mend-bench-'));
  try {
    const figures = await measured(join(folder, 'mend.db'), people);
    process.stdout.write(json ? `${JSON.stringify(figures)}\n` : `ready: ${figures.idle_rss_mb} MB; after ${people} people: ${figures.rss_mb} MB\n`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The size of the heap can only be set when Node starts. */
async function asStarted(command: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...startFlags(), join(projectRoot, 'src/main.ts'), ...command], { cwd: projectRoot, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  return Number(code ?? 1);
}

async function measured(db: string, people: number): Promise<MemoryFigures> {
  const config = settingsAtHome(db, {});
  const compiled = await content();
  const store = openBotStore(config);
  const understanding = understandLater(async () => learnAndUnderstand(compiled));
  const { bot, courier, timers } = assemble({
    store, adapters: [nowhere], log: silentLog, metrics: createMetrics(), library: () => compiled.library,
    operator: { name: config.name, contact: config.contact, cover: config.cover }, understand: understanding.understand, ready: understanding.ready,
  });
  await store.recover();
  await understanding.ready();
  await settled();
  const idle = resident();
  for (let from = 0; from < people; from += atOnce) {
    for (let n = 0; n < messagesEach; n += 1) {
      await Promise.all(Array.from({ length: Math.min(atOnce, people - from) }, (_, i) => bot.inbox(messageOf(from + i, n))));
      await courier.idle();
    }
  }
  await settled();
  const figures = { idle_rss_mb: idle, rss_mb: resident(), people };
  await timers.stop();
  await courier.stop();
  await store.close();
  return figures;
}

const messagesEach = 2;
/** People who write in the same moment. */
const atOnce = 64;

function messageOf(person: number, n: number): Event {
  const id = `terminal:p${person}` as const;
  return { kind: 'text', id: `terminal:${person * 10 + n}`, at: Date.now(), person: id, here: { kind: 'terminal', id }, locale: 'en', text: said[(person + n) % said.length] ?? '', via: 'message' };
}

const nowhere: Adapter = {
  name: 'terminal', routes: ['terminal'],
  start: () => Promise.resolve(), stop: () => Promise.resolve(),
  deliver: () => Promise.resolve({ settled: { kind: 'sent', refs: ['1'] } }),
};

/** Some seconds without work, as a bot has them: then the engine gives memory back by itself. */
const settled = (): Promise<void> => new Promise(resolve => void setTimeout(resolve, 3_000));
const resident = (): number => Math.round(process.memoryUsage.rss() / 1e6);
