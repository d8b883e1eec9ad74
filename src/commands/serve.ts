/** Serving the platforms whose tokens are set: one leads, others stand by and say so. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Adapter } from '../adapters/adapter.ts';
import type { Notice } from '../adapters/cannot-start.ts';
import { tokenNames, type Config } from '../config.ts';
import type { Library } from '../conversation/knowledge.ts';
import { abandoned } from '../runtime/abandoned.ts';
import { systemClock } from '../runtime/clock.ts';
import type { Chart } from '../runtime/chart.ts';
import { startHealth, type Standing } from '../runtime/health.ts';
import { createLog, type Log } from '../runtime/log.ts';
import { createMetrics } from '../runtime/metrics.ts';
import { dateToldBy } from '../runtime/date-told.ts';
import { drain, endOnBug, stopAsked } from '../runtime/stop.ts';
import { tryToLead, type Leadership } from '../store/leader.ts';
import { assemble } from './assembly.ts';
import { content } from './content.ts';
import { Failure } from './failure.ts';
import { makeFolderOf, openBotStore, type BotStore } from './files.ts';
import { missingMirrorFolder } from './mirror-folder.ts';
import { hasLearned, learnAndUnderstand } from './model.ts';
import { settings } from './settings.ts';
import { suggestionsFrom } from './suggestions.ts';
import { understandLater } from './understanding.ts';
import { warmUp } from './warm-up.ts';

/** How often a process that stands by looks whether it may lead, in ms. */
const standby = 1_000;

export async function serve(): Promise<number> {
  const config = settings();
  if (!config.telegram && !config.discord) {
    throw new Failure(2, `The settings need a change:\n- ${tokenNames.join(' and ')} are both missing. Expected at least one, and MEND_CONTACT with it. Example: TELEGRAM_BOT_TOKEN=123456:ABC-DEF1234`);
  }
  const log = createLog(config.log ?? 'info');
  const metrics = createMetrics();
  const asked = { stop: false };
  const stopped = Promise.race([stopAsked(), abandoned().then(() => 'abandoned' as const)]).then(signal => { asked.stop = true; log.info('Stopping.', { kind: signal }); });
  endOnBug(error => log.error('A bug ended the process.', { error }));
  const compiled = await content();
  log.info('The content was read.', { hash: compiled.library.en.hash });

  let standing: Standing = { ready: false, waitingFor: 'starting' };
  const health = config.httpPort === null ? null : await startHealth(config.httpPort, () => standing, metrics).catch(() => {
    throw new Failure(1, `port ${config.httpPort} is taken. Set MEND_HTTP_PORT to a free one.`);
  });
  if (health) log.info('Health and metrics answer on the loopback.', { port: health.port });
  const leadership = await lead(config.db, asked, () => {
    standing = { ready: false, waitingFor: 'another process leads' };
    log.info('Another process leads; standing by.');
  });
  if (leadership === null) {
    await health?.close();
    return 0;
  }
  metrics.set('mend_leader', 1);

  if (missingMirrorFolder(config) !== null) log.warn('The folder of MEND_KEYS_MIRROR is missing, so the keys have no second copy. Make the folder, or name another place.');
  let wake: () => void = () => undefined;
  const store = openBotStore(config, { wake: () => wake(), report: error => log.error('The data file needs a look.', { error }) });
  const understanding = understandLater(async () => learnAndUnderstand(compiled, { report: (what, error) => log.error(what, { error }) }));
  const adapters = await adaptersOf(config, () => compiled.library, store, log);
  const operator = { name: config.name, contact: config.contact, cover: config.cover };
  const { bot, courier, timers } = assemble({
    store, adapters, log, metrics, library: () => compiled.library, understand: understanding.understand, ready: understanding.ready,
    operator, dateTold: () => dateToldBy(addressesOf(config)),
  });
  wake = courier.wake;
  try {
    const found = await store.recover();
    log.info('The data file is open.', { count: found.unknown });
    // The platforms answer while what was learned is read; who writes now waits for it. To learn takes seconds without a pause, and comes first.
    if (!hasLearned(compiled)) await understanding.ready();
    standing = { ready: false, waitingFor: 'platforms' };
    await Promise.race([Promise.all([...adapters.map(adapter => adapter.start(bot.inbox)), understanding.ready()]), stopped]);
    if (!asked.stop) {
      standing = { ready: true, waitingFor: '' };
      courier.wake();
      timers.start();
      log.info('Serving.', { count: adapters.length });
      setImmediate(() => {
        const understand = understanding.understand();
        if (understand && !asked.stop) warmUp(understand, compiled.library, operator);
      });
    }
    await stopped;
    return 0;
  } finally {
    standing = { ready: false, waitingFor: 'stopping' };
    bot.stop();
    await drain([
      () => Promise.all(adapters.map(adapter => adapter.stop())),
      () => timers.stop(),
      // What the last turns said still leaves; the rest waits in the outbox.
      () => courier.idle(),
      () => courier.stop(),
      () => store.close(),
      async () => health?.close(),
    ], systemClock);
    leadership.release();
    // A connection that a platform library holds open must not hold the process.
    setTimeout(() => process.exit(), 500).unref();
  }
}

/** Resolves when this process leads; null when it was asked to stop before. */
async function lead(file: string, asked: { readonly stop: boolean }, standingBy: () => void): Promise<Leadership | null> {
  makeFolderOf(file);
  for (let tries = 0; !asked.stop; tries += 1) {
    const leadership = tryToLead(file);
    if (leadership) return leadership;
    if (tries === 0) standingBy();
    await pause(standby);
  }
  return null;
}

/** Where each platform answers anybody, with its date. */
function addressesOf({ discord, telegram }: Config): readonly string[] {
  return [...(discord ? [`${discord.apiRoot ?? 'https://discord.com/api'}/v10/gateway`] : []), ...(telegram ? [telegram.apiRoot ?? 'https://api.telegram.org'] : [])];
}

/** The platform libraries are loaded only where their token is set. */
async function adaptersOf(config: Config, library: () => Library, store: BotStore, log: Log): Promise<readonly Adapter[]> {
  const now = (): number => Date.now();
  const drawChart = async (chart: Chart): Promise<Uint8Array> => (await import('../runtime/chart.ts')).chartPng(chart);
  const noticeOf = (platform: string) => (notice: Notice): void => log.warn(notice.sentence, { platform, kind: notice.code });
  const adapters: Adapter[] = [];
  if (config.telegram) {
    const { telegram } = await import('../adapters/telegram/adapter.ts');
    const { wordsFrom } = await import('../adapters/telegram/words.ts');
    const { token, apiRoot, webhook } = config.telegram;
    adapters.push(telegram({ token, ...(apiRoot === null ? {} : { apiRoot }), ...(webhook === null ? {} : { webhook }), words: wordsFrom(library()), now, drawChart, notice: noticeOf('telegram') }));
  }
  if (config.discord) {
    const { discord } = await import('../adapters/discord/adapter.ts');
    const { wordsFrom } = await import('../adapters/discord/words.ts');
    const { token, apiRoot } = config.discord;
    adapters.push(discord({ token, ...(apiRoot === null ? {} : { api: apiRoot }), words: wordsFrom(library()), lastHeard: () => store.lastHeard(), now, drawChart, complete: asked => suggestionsFrom(library(), asked), notice: noticeOf('discord') }));
  }
  return adapters;
}
