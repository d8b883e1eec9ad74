/** Short forms of the long trials in `scripts/discord-*.ts`. What is counted here does not depend on how fast the machine is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { projectUnderstanding } from '../knowledge-of-project.ts';
import { killed } from '../fakes/discord/campaigns.ts';
import { wallClock } from '../fakes/discord/clock.ts';
import { gap, losses } from '../fakes/discord/gaps.ts';
import { hostile } from '../fakes/discord/hostile.ts';
import { hostileHere } from '../fakes/discord/hostile-here.ts';
import { locked } from '../fakes/discord/locked.ts';
import { wordsOf } from '../fakes/discord/looks.ts';
import { storm, weathers } from '../fakes/discord/storm.ts';
import { byOthers, forged, moderatorsCommands, seeded } from '../fakes/discord/strangers.ts';
import { channelId, openWorld, type World, type WorldOptions } from '../fakes/discord/world.ts';

const parts = projectUnderstanding();
let world: World | null = null;
afterEach(async () => {
  if (world) expect(world.fake.wrong).toEqual([]);
  await world?.close();
  world = null;
});
async function opened(more: Partial<WorldOptions> = {}): Promise<World> {
  world = await openWorld({ ...parts, ...more });
  return world;
}

describe('what Discord brings more than once', () => {
  it('each interaction and message delivered three times is one turn and one reply; a press resent under five new ids is one step', async () => {
    const { fake, person, settled, store, guild } = await opened();
    const people = Array.from({ length: 10 }, (_, index) => person(String(700_000_000_000_000_100n + BigInt(index)), { guild, channel: channelId }));
    for (const each of people) {
      const interaction = each.command('/exercise', { name: 'exercise.boundary' });
      fake.replay(interaction);
      fake.replay(interaction);
    }
    await settled();
    expect(new Set(people.map(({ got }) => got.length))).toEqual(new Set([1]));
    for (const each of people) for (let times = 0; times < 5; times += 1) each.press('My time');
    await settled();
    expect(new Set(people.map(({ got }) => got.length))).toEqual(new Set([2]));
    expect(new Set(people.map(({ got }) => wordsOf(got.at(-1) ?? { content: '', components: [] }))).size).toBe(1);
    const kept = (await store.read(`discord:${people[0]?.id ?? ''}`)) as { readonly conversation: { readonly turns: number } };
    expect(kept.conversation.turns).toBe(6);
    const writer = person('700000000000000200');
    const message = writer.say('/exercise boundary');
    for (let times = 0; times < 2; times += 1) fake.dispatch('MESSAGE_CREATE', { id: message.id, channel_id: writer.channel, type: 0, content: message.content, author: { id: writer.id, username: 'u' } });
    await settled();
    expect(writer.got).toHaveLength(1);
  });
});

describe('a lost connection', () => {
  it.each(losses.filter((loss) => !['op 9, not resumable', 'the session is forgotten', 'Discord is away for a while'].includes(loss)))('%s: back without another IDENTIFY, and what was written meanwhile is handled once', async (loss) => {
    const here = await opened({ before: (fake) => { fake.gateway.heartbeatInterval = 200; } });
    expect(await gap(here, loss, { people: 3, pause, watch: 100 })).toMatchObject({ identifies: 0, handled: 3, twice: 0 });
  });

  it('the session is forgotten: one IDENTIFY, and what was written meanwhile is asked for and handled once', async () => {
    const here = await opened();
    expect(await gap(here, 'the session is forgotten', { people: 3, pause, watch: 100 })).toMatchObject({ identifies: 1, handled: 3, twice: 0 });
  });
});

describe('while another process holds the write lock', () => {
  it('every interaction is acknowledged before the lock is given back, and answered afterwards', async () => {
    const here = await opened();
    const result = await locked(here, 100, (all) => all);
    expect(result).toEqual({ interactions: 100, acknowledged: 100, slowest: 0, early: 0, answered: 100 });
  });
});

describe('what REST can do to a send', () => {
  it.each(weathers.filter((weather) => weather !== 'never answered'))('%s', async (weather) => {
    const here = await opened({ clock: wallClock, adapter: { sendMs: 400 } });
    const hopeless = weather === 'direct messages closed' || weather === 'malformed to Discord';
    const result = await storm(here, weather, { people: 3, others: 3, seconds: 1, pause, patience: 20_000 });
    expect(result).toMatchObject({ got: hopeless ? 0 : 3, twice: 0, none: hopeless ? 3 : 0, early: 0 });
    // Who can never get it is not tried again.
    if (hopeless) expect(result.tries).toBe(3);
  });
});

describe('the trials themselves', () => {
  it('find a nonce that is not honoured: what was sent and not heard of comes twice', async () => {
    const here = await opened({ clock: wallClock, adapter: { sendMs: 400 } });
    here.fake.rooms.nonce = () => undefined;
    expect(await storm(here, 'reset after the body was read', { people: 2, others: 0, seconds: 1, pause, patience: 20_000 })).toMatchObject({ got: 2, twice: 2 });
  });

  it('find first responses that do not come: none is counted, and nobody is answered', async () => {
    const here = await opened();
    here.fake.fault = (call) => (call.path.endsWith('/callback') ? { status: 503, body: {} } : null);
    const result = await locked(here, 3, () => pause(300));
    expect(result).toMatchObject({ acknowledged: 0, answered: 0 });
  });
});

describe('people who try what is not theirs', () => {
  it('every component of somebody else, pressed: nothing of theirs moves, and a private word comes', async () => {
    const result = await byOthers(await opened(), 25);
    expect(result).toEqual({ tried: 25, changed: 0, silent: 0, public: 0 });
  });

  it('forged, old and replayed presses change nothing and are answered', async () => {
    const result = await forged(await opened(), 150, seeded(7));
    expect(result).toEqual({ tried: 150, changed: 0, silent: 0, public: 0 });
  });

  it('a choice that nobody was offered does not answer the open question, which is asked again', async () => {
    const { person, settled } = await opened();
    const ann = person('700000000000000300');
    ann.say('/exercise boundary');
    await settled();
    ann.press('My time');
    await settled();
    const asked = wordsOf(ann.got.at(-1) ?? { content: '', components: [] });
    ann.pressed('c|2|nobody');
    await settled();
    expect(wordsOf(ann.got.at(-1) ?? { content: '', components: [] })).toBe(asked);
    ann.say('you plan my weekends');
    await settled();
    expect(wordsOf(ann.got.at(-1) ?? { content: '', components: [] })).toContain('What do you want instead?');
  });

  it('moderators\' commands of a member, of another server\'s moderator and of a former one: a polite private no', async () => {
    const here = await opened();
    const result = await moderatorsCommands(here);
    expect(result).toEqual({ tried: 27, changed: 0, silent: 0, public: 0 });
  });
});

describe('words that nobody means well with', () => {
  it('hostile words in every field of a packet: no rule is broken, nobody is pinged, nothing is thrown (scripts/discord-hostile.ts: 100,000)', async () => {
    const { inputs, turns, forms, sends, pinging, bad, thrown, setAside } = await hostileHere(parts, 400, 7);
    expect({ inputs, pinging, bad, thrown, setAside }).toEqual({ inputs: 400, pinging: 0, bad: [], thrown: 0, setAside: 0 });
    expect(turns).toBeGreaterThan(300);
    expect(forms).toBeGreaterThan(0);
    expect(sends).toBeGreaterThan(300);
  });

  it('are answered by messages that keep to every rule, whatever field they go into', async () => {
    const here = await opened();
    const { inputs, bad, notices } = await hostile(here, 60, 7);
    expect({ inputs, bad, notices }).toEqual({ inputs: 60, bad: [], notices: 0 });
  });
});

describe('killed', () => {
  it('while people write and press: no turn is lost or done twice, and nobody gets anything twice', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mend-campaign-'));
    const result = await killed({ kills: 1, folder, writers: 2, pressers: 1, steps: 0, say: () => undefined, pause });
    rmSync(folder, { recursive: true, force: true });
    expect(result).toMatchObject({ turnsLost: 0, turnsDoubled: 0, lostSilently: 0, lostAnnounced: 0, doubled: 0, walksUnfinished: 0, resultsWrong: 0, wrong: 0 });
  });
});
