/** Long trials of the served bot, with the numbers that they end in. The suite runs short forms, `scripts/discord-*.ts` the long ones. */
import { join } from 'node:path';
import { openBotStore } from '../../../src/commands/files.ts';
import { readConfig } from '../../../src/config.ts';
import { projectLibrary, projectUnderstanding } from '../../knowledge-of-project.ts';
import { serve, type Served } from '../telegram/served.ts';
import { wallClock } from './clock.ts';
import { compare, record, type Script } from './load.ts';
import { walk, type Walk } from './presser.ts';
import { personOf, type Person } from './person.ts';
import { fakeDiscord, type FakeDiscord } from './server.ts';
import { channelId, guildId, openWorld } from './world.ts';

export interface KillTrial {
  readonly kills: number;
  readonly folder: string;
  /** People who write into their direct chats, new ones for each kill. */
  readonly writers: number;
  /** People who press their way through an exercise in a server, all the time. */
  readonly pressers: number;
  readonly say: (line: string) => void;
  readonly pause: (ms: number) => Promise<unknown>;
  /** SIGTERM instead: each end must be 0 within 10 s. */
  readonly gently?: boolean;
  readonly steps?: number;
  /** A fault to be found: nonces that Discord does not honour. */
  readonly nonceForgotten?: boolean;
}

export interface KillResult {
  readonly people: number; readonly messages: number; readonly turnsLost: number; readonly turnsDoubled: number;
  readonly lostSilently: number; readonly lostAnnounced: number; readonly doubled: number; readonly unsure: number; readonly wrong: number;
  readonly walks: number; readonly walksUnfinished: number; readonly presses: number; readonly pressedAgain: number; readonly resultsWrong: number;
  readonly badEnds: number; readonly slowestEnd: number;
}

/** The exercise that pressers walk, and the button that keeps its result. */
const exercise = 'exercise.boundary';
const keepLabel = 'Keep';

export async function killed(trial: KillTrial): Promise<KillResult> {
  const fake = await fakeDiscord({ clock: wallClock });
  fake.addGuild(guildId, [channelId]);
  if (trial.nonceForgotten) fake.rooms.nonce = () => undefined;
  const settings = settingsFor(fake, trial.folder);
  const { ordinary, danger } = await scripts(trial.steps ?? 6);
  let served = serve(settings);
  await served.ready();
  await fake.until(() => fake.commands().length > 0);
  const people: { readonly person: Person; readonly script: Script }[] = [];
  const walks: Promise<Walk>[] = [];
  const walkers: Person[] = [];
  let going = true;
  let unsure = 0;
  let badEnds = 0;
  let slowestEnd = 0;
  const nextWalker = (): void => {
    if (!going) return;
    const person = personOf(fake, String(720_000_000_000_000_000n + BigInt(walkers.length)), { guild: guildOfFake(fake), channel: channelId });
    walkers.push(person);
    const whole = walk(fake, person, exercise, keepLabel, { ms: 4_000, pause: trial.pause, going: () => true });
    walks.push(whole);
    void whole.then(nextWalker);
  };
  for (let index = 0; index < trial.pressers; index += 1) nextWalker();

  for (let kill = 1; kill <= trial.kills; kill += 1) {
    const fresh = Array.from({ length: trial.writers }, (_, index) => {
      const number = people.length + index;
      return { person: personOf(fake, String(710_000_000_000_000_000n + BigInt(number))), script: number % 5 === 4 ? danger : ordinary };
    });
    people.push(...fresh);
    // Discord tells a bot of no chat that it has never seen: everybody is known before anything is killed.
    for (const { person, script } of fresh) person.say(script.inputs[0] ?? '');
    await fake.until(() => fresh.every(({ person }) => person.got.length > 0));
    const half = Math.ceil(fresh.length / 2);
    for (const { person, script } of fresh.slice(0, half)) for (const words of script.inputs.slice(1)) person.say(words);
    await trial.pause(Math.random() * 800);
    served.kill(trial.gently ? 'SIGTERM' : 'SIGKILL');
    // While nobody is there, or about to go.
    for (const { person, script } of fresh.slice(half)) for (const words of script.inputs.slice(1)) person.say(words);
    const end = await served.ended;
    if (trial.gently && (end.code !== 0 || end.ms > 10_000)) badEnds += 1;
    slowestEnd = Math.max(slowestEnd, end.ms);
    unsure += unsureIn(served);
    served = serve(settings);
    await served.ready();
    if (kill % 10 === 0) trial.say(`${kill} of ${trial.kills}; ${fake.rooms.count()} messages, ${walkers.length} exercises`);
  }
  going = false;
  const walked = await Promise.all(walks);
  for (const { done, stuck } of walked) if (!done) trial.say(`unfinished: ${stuck}`);
  unsure += unsureIn(served);
  await quiet(fake, trial.pause);
  served.kill('SIGTERM');
  await served.ended;
  const counted = await count(trial.folder, fake, people, walkers, trial.say);
  await fake.close();
  return {
    ...counted, people: people.length, messages: people.reduce((sum, { script }) => sum + script.inputs.length, 0), unsure, wrong: fake.wrong.length, badEnds, slowestEnd,
    walks: walked.length, walksUnfinished: walked.filter(({ done }) => !done).length, presses: walked.reduce((sum, { presses }) => sum + presses, 0), pressedAgain: walked.reduce((sum, { repeated }) => sum + repeated, 0),
  };
}

/** What is written, and what must be answered, from chats that nothing disturbs. */
export async function scripts(steps: number): Promise<{ readonly ordinary: Script; readonly danger: Script }> {
  const world = await openWorld(projectUnderstanding());
  const quietly = async (): Promise<void> => { await world.settled(); };
  const ordinary = await record(world.person('700000000000000001'), quietly, ['/start', 'how long does it take to trust again?', '/exercise boundary'], steps);
  const danger = await record(world.person('700000000000000002'), quietly, ['/start', 'i want to kill myself'], 1);
  await world.close();
  return { ordinary, danger };
}

export function settingsFor(fake: FakeDiscord, folder: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { MEND_DB: join(folder, 'mend.db'), MEND_CONTACT: 'Ada at the community desk', DISCORD_BOT_TOKEN: fake.token, DISCORD_API_ROOT: fake.api, ...more };
}

/** Resolves when nothing has been asked of Discord for a while. */
export async function quiet(fake: FakeDiscord, pause: (ms: number) => Promise<unknown>, longEnough = 2500): Promise<void> {
  for (let before = -1; before !== fake.calls.length;) {
    before = fake.calls.length;
    await pause(longEnough);
  }
}

export function guildOfFake(fake: FakeDiscord): NonNullable<ReturnType<FakeDiscord['guilds']['get']>> {
  const guild = fake.guilds.get(guildId);
  if (!guild) throw new Error('there is no server');
  return guild;
}

function unsureIn(served: Served): number {
  return Number(/"count":(\d+),"msg":"The data file is open\."/u.exec(served.log())?.[1] ?? 0);
}

interface Kept { readonly conversation: { readonly turns: number; readonly mention: string | null }; readonly records: readonly { readonly kind: string }[] }

async function count(folder: string, fake: FakeDiscord, people: readonly { readonly person: Person; readonly script: Script }[], walkers: readonly Person[], say: (line: string) => void) {
  const settings = readConfig({ MEND_DB: join(folder, 'mend.db') }, () => '');
  if ('problems' in settings) throw new Error(settings.problems.join('\n'));
  const store = openBotStore(settings.config);
  const announcement = projectLibrary().en.phrases['mention.maybe-missing'][0] ?? '';
  const sums = { turnsLost: 0, turnsDoubled: 0, lostSilently: 0, lostAnnounced: 0, doubled: 0, resultsWrong: 0 };
  for (const { person, script } of people) {
    const kept = (await store.read(`discord:${person.id}`)) as Kept | null;
    const turns = kept?.conversation.turns ?? 0;
    sums.turnsLost += Math.max(0, script.inputs.length - turns);
    sums.turnsDoubled += Math.max(0, turns - script.inputs.length);
    if (turns !== script.inputs.length) say(`${person.id}: ${turns} turns, not ${script.inputs.length}; asked: ${fake.of(/^GET \/channels\/\d+\/messages$/u).filter((call) => call.path.includes(person.channel)).map((call) => call.query).join(' ')}; written: ${fake.rooms.seenBy(person.id, person.channel).map((each) => (each.by === 'bot' ? 'bot' : each.id)).join(' ')}`);
    const { lost, doubled, announced } = compare(fake, person.id, script, announcement);
    sums[announced || kept?.conversation.mention === 'maybe-missing' ? 'lostAnnounced' : 'lostSilently'] += lost;
    sums.doubled += doubled;
  }
  for (const { id } of walkers) {
    const kept = (await store.read(`discord:${id}`)) as Kept | null;
    if (kept?.records.filter(({ kind }) => kind === 'result').length !== 1) sums.resultsWrong += 1;
  }
  await store.close();
  return sums;
}
