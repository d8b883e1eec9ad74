/** Long trials of the served bot, with the numbers that they end in. The suite runs short forms, `scripts/telegram-*.ts` the long ones. */
import { join } from 'node:path';
import { openBotStore } from '../../../src/commands/files.ts';
import { readConfig } from '../../../src/config.ts';
import { projectLibrary, projectUnderstanding } from '../../knowledge-of-project.ts';
import { compare, pour, record, standOf, type Kept, type Script } from './load.ts';
import { phoneOf } from './phone.ts';
import { serve, type Served } from './served.ts';
import { fakeTelegram, type FakeTelegram } from './server.ts';
import { openWorld } from './world.ts';

export interface KillTrial {
  readonly kills: number;
  readonly folder: string;
  readonly peoplePerKill: number;
  readonly say: (line: string) => void;
  readonly pause: (ms: number) => Promise<unknown>;
  /** SIGTERM instead: each end must be 0 within 10 s. */
  readonly gently?: boolean;
  /** Updates are posted to this port; without it they are polled for. */
  readonly hookPort?: number;
  /** Steps of an exercise that each person walks; 6. */
  readonly steps?: number;
  /** What is done to the program before it starts: a fault that the trial must find. */
  readonly nodeOptions?: string;
}

/** A parcel is at most so many messages in these trials. */
const messagesOfParcel = 3;

/** Sentences about what the promise of delivery does not allow; empty when it was kept. */
export function broken(result: KillResult): readonly string[] {
  const { unsure, badEnds, wrong } = result;
  const none = (['turnsLost', 'turnsDoubled', 'astray', 'lostSilently', 'doubled', 'outOfOrder'] as const).filter((name) => result[name] > 0).map((name) => `${name}: ${result[name]}`);
  const unexplained = (['lostAnnounced', 'doubledSafety'] as const).filter((name) => result[name] > unsure * messagesOfParcel).map((name) => `${name}: ${result[name]} with ${unsure} parcels unsure`);
  return [...none, ...unexplained, ...(badEnds > 0 ? [`ends that were not 0 within 10 s: ${badEnds}`] : []), ...(wrong > 0 ? [`calls against the documentation: ${wrong}`] : [])];
}

export interface KillResult {
  readonly people: number; readonly updates: number; readonly turnsLost: number; readonly turnsDoubled: number;
  /** People who are not where the same words led somebody whom nothing disturbed. */
  readonly astray: number;
  readonly lostSilently: number; readonly lostAnnounced: number; readonly doubled: number; readonly doubledSafety: number; readonly outOfOrder: number;
  /** Parcels whose result nobody knew at a start: nothing else may be missing or doubled. */
  readonly unsure: number; readonly wrong: number;
  /** Ends that were not 0 within 10 s; the slowest, ms. */
  readonly badEnds: number; readonly slowestEnd: number;
}

export async function killed(trial: KillTrial): Promise<KillResult> {
  const fake = await fakeTelegram();
  const hook = trial.hookPort === undefined ? {} : { TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram', TELEGRAM_WEBHOOK_SECRET: 'a-secret', TELEGRAM_WEBHOOK_PORT: String(trial.hookPort) };
  if (trial.hookPort !== undefined) fake.hookTo = `http://127.0.0.1:${trial.hookPort}/telegram`;
  const settings = settingsFor(fake, trial.folder, { ...hook, ...(trial.nodeOptions === undefined ? {} : { NODE_OPTIONS: trial.nodeOptions }) });
  const quiet = quietOf(fake, trial.pause);
  const { ordinary, danger } = await scripts(trial.steps ?? 6);
  let served = serve(settings);
  const people: { readonly id: number; readonly script: Script }[] = [];
  let unsure = 0;
  let badEnds = 0;
  let slowestEnd = 0;
  for (let kill = 1; kill <= trial.kills; kill += 1) {
    for (let index = 0; index < trial.peoplePerKill; index += 1) {
      const id = 100 + people.length;
      people.push({ id, script: people.length % 5 === 4 ? danger : ordinary });
    }
    const fresh = people.slice(-trial.peoplePerKill);
    // Half of them write while nobody is there.
    for (const { id, script } of fresh.slice(0, trial.peoplePerKill / 2)) pour(phoneOf(fake, id), script);
    // Every fourth is killed while it starts, if it does not happen to be ready by then.
    const starting = !trial.gently && kill % 4 === 0;
    if (!starting) await served.ready();
    for (const { id, script } of fresh.slice(trial.peoplePerKill / 2)) pour(phoneOf(fake, id), script);
    await trial.pause(Math.random() * 1500);
    served.kill(trial.gently ? 'SIGTERM' : 'SIGKILL');
    const end = await served.ended;
    if (trial.gently && (end.code !== 0 || end.ms > 10_000)) badEnds += 1;
    slowestEnd = Math.max(slowestEnd, end.ms);
    unsure += unsureIn(served);
    if (kill % 10 === 0) trial.say(`${kill} of ${trial.kills}; ${fake.waiting()} updates wait`);
    served = serve(settings);
  }
  await served.ready();
  unsure += unsureIn(served);
  await quiet();
  served.kill('SIGTERM');
  await served.ended;
  const counted = await count(trial.folder, fake, people);
  await fake.close();
  return { ...counted, people: people.length, updates: people.reduce((sum, { script }) => sum + script.inputs.length, 0), unsure, wrong: fake.wrong.length, badEnds, slowestEnd };
}

/** What is written, and what must be answered, from chats that nothing disturbs. */
export async function scripts(steps: number): Promise<{ readonly ordinary: Script; readonly danger: Script }> {
  const world = await openWorld({ ...projectUnderstanding(), by: 'polling' });
  const ordinary = await record(world, world.phone(1), ['/start', 'how long does it take to trust again?', '/start exercise_boundary'], steps);
  const danger = await record(world, world.phone(2), ['/start'], 1, 'i want to kill myself');
  await world.close();
  return { ordinary, danger };
}

export function settingsFor(fake: FakeTelegram, folder: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { MEND_DB: join(folder, 'mend.db'), MEND_CONTACT: 'Ada at the community desk', TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.root, ...more };
}

/** Resolves when every update is confirmed and nothing has been sent for a while. */
export function quietOf(fake: FakeTelegram, pause: (ms: number) => Promise<unknown>, longEnough = 2500): () => Promise<void> {
  return async () => {
    await fake.until(() => fake.waiting() === 0);
    for (let before = -1; before !== fake.sends();) {
      before = fake.sends();
      await pause(longEnough);
    }
  };
}

function unsureIn(served: Served): number {
  return Number(/"count":(\d+),"msg":"The data file is open\."/u.exec(served.log())?.[1] ?? 0);
}

async function count(folder: string, fake: FakeTelegram, people: readonly { readonly id: number; readonly script: Script }[]): Promise<Omit<KillResult, 'people' | 'updates' | 'unsure' | 'wrong' | 'badEnds' | 'slowestEnd'>> {
  const settings = readConfig({ MEND_DB: join(folder, 'mend.db') }, () => '');
  if ('problems' in settings) throw new Error(settings.problems.join('\n'));
  const store = openBotStore(settings.config);
  const announcement = projectLibrary().en.phrases['mention.maybe-missing'][0] ?? '';
  const sums = { turnsLost: 0, turnsDoubled: 0, astray: 0, lostSilently: 0, lostAnnounced: 0, doubled: 0, doubledSafety: 0, outOfOrder: 0 };
  for (const { id, script } of people) {
    const kept = ((await store.read(`telegram:${id}`)) as { readonly conversation: Kept } | null)?.conversation;
    const turns = kept?.turns ?? 0;
    sums.turnsLost += Math.max(0, script.inputs.length - turns);
    sums.turnsDoubled += Math.max(0, turns - script.inputs.length);
    if (!kept || standOf(kept) !== script.stand) sums.astray += 1;
    const { lost, doubled, doubledUrgent, outOfOrder, announced } = compare(fake, String(id), script, announcement);
    sums[announced || kept?.mention === 'maybe-missing' ? 'lostAnnounced' : 'lostSilently'] += lost;
    sums.doubled += doubled;
    sums.doubledSafety += doubledUrgent;
    sums.outOfOrder += outOfOrder;
  }
  await store.close();
  return sums;
}
