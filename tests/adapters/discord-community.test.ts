/** What the adapter does for servers: moderators, channels and what is missing there, posts, sharing; and payloads with little in them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Notice } from '../../src/adapters/cannot-start.ts';
import { discord, type DiscordOptions } from '../../src/adapters/discord/adapter.ts';
import type { Event, Route } from '../../src/conversation/event.ts';
import type { Message } from '../../src/conversation/message.ts';
import { fakeDiscord, type FakeDiscord } from '../fakes/discord/server.ts';
import { nothingWrong, parcel, scriptedInbox, type ScriptedInbox } from './inbox.ts';

let fake: FakeDiscord;
let notices: Notice[];
let bot: ScriptedInbox;
const now = 1_000_000;
const started: Adapter[] = [];
const guild = '500000000000000001';
const channel = '600000000000000001';
const user = { id: '700000000000000007', username: 'ann' };
const words = (text: string): Message => ({ kind: 'text', text });

beforeEach(async () => {
  fake = await fakeDiscord();
  notices = [];
  bot = scriptedInbox();
});
afterEach(async () => {
  for (const adapter of started.splice(0)) await adapter.stop();
  await fake.close();
  nothingWrong(fake, notices);
});

async function begun(more: Partial<DiscordOptions> = {}): Promise<Adapter> {
  const adapter = discord({ token: fake.token, api: fake.api, now: () => now, notice: (notice) => notices.push(notice), ...more });
  started.push(adapter);
  await adapter.start(bot.inbox);
  return adapter;
}

/** The event that an interaction becomes. */
async function heard(data: object): Promise<Event> {
  const count = bot.events.length;
  fake.interact(data);
  await bot.until(count + 1);
  const event = bot.events[count];
  if (!event) throw new Error('nothing came in');
  return event;
}

const inGuild = (permissions: string): object => ({ guild_id: guild, channel_id: channel, member: { user, permissions }, authorizing_integration_owners: { 0: guild } });
const schedule = (permissions = '32'): object => ({ ...inGuild(permissions), type: 2, data: { id: '1', type: 1, name: 'weekly', options: [{ type: 1, name: 'schedule', options: [
  { type: 3, name: 'day', value: 'monday' }, { type: 3, name: 'time', value: '19:00' }, { type: 3, name: 'timezone', value: 'Europe/Berlin' }, { type: 7, name: 'channel', value: channel }, { type: 3, name: 'question-set', value: 'check-in.group' }] }] } });

const everyone = { id: guild, permissions: '0' };
const role = { id: '510000000000000001', permissions: String((1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 35n)) };
const server = (overwrites: readonly object[] = [], more: object = {}): object => ({
  id: guild, owner_id: '1', roles: [everyone, role], members: [{ user: { id: fake.app }, roles: [role.id] }], channels: [{ id: channel, type: 0, permission_overwrites: overwrites }], ...more,
});

describe('what a moderator asks for', () => {
  it('/weekly comes with its options by their names, and with the rights that the person has now', async () => {
    await begun();
    expect(await heard(schedule())).toMatchObject({ kind: 'command', name: 'weekly', place: `discord-place:${guild}`, moderator: true, options: { what: 'schedule', day: 'monday', time: '19:00', timezone: 'Europe/Berlin', channel, 'question-set': 'check-in.group' } });
    expect(await heard(schedule('2048'))).toMatchObject({ moderator: false });
    expect(await heard(schedule('8'))).toMatchObject({ moderator: true });
  });

  it.each([
    ['nothing, with a role that may all', [], ''],
    ['nothing, where an overwrite allows again what another forbids', [{ id: guild, type: 0, allow: '0', deny: String(1n << 11n) }, { id: role.id, type: 0, allow: String(1n << 11n), deny: '0' }], ''],
    ['writing and threads, where the channel forbids them', [{ id: role.id, type: 0, allow: '0', deny: String((1n << 11n) | (1n << 35n)) }], 'send,threads'],
  ])('of what the bot needs in a channel, it lacks %s', async (_, overwrites, missing) => {
    await begun();
    fake.dispatch('GUILD_CREATE', server(overwrites));
    const event = await heard(schedule());
    expect(event.kind === 'command' ? (event.options['missing'] ?? '') : null).toBe(missing);
  });

  it('a right that is taken away or given later counts', async () => {
    await begun();
    fake.dispatch('GUILD_CREATE', server());
    fake.dispatch('GUILD_ROLE_UPDATE', { guild_id: guild, role: { ...role, permissions: String(1n << 10n) } });
    expect(await heard(schedule())).toMatchObject({ options: { missing: 'send,attach,threads' } });
    fake.dispatch('CHANNEL_UPDATE', { id: channel, guild_id: guild, permission_overwrites: [{ id: fake.app, type: 1, allow: String((1n << 11n) | (1n << 15n)), deny: '0' }] });
    expect(await heard(schedule())).toMatchObject({ options: { missing: 'threads' } });
    fake.dispatch('GUILD_MEMBER_UPDATE', { guild_id: guild, user: { id: fake.app }, roles: [] });
    expect(await heard(schedule())).toMatchObject({ options: { missing: 'view,threads' } });
  });

  it('where Discord told nothing of the server, nothing is called missing', async () => {
    await begun();
    const event = await heard(schedule());
    expect(event.kind === 'command' ? 'missing' in event.options : null).toBe(false);
  });

  it('"What can I say?" brings the channel and nothing of the post or its writer', async () => {
    await begun();
    const used = { type: 2, data: { id: '1', type: 3, name: 'What can I say?', target_id: '4', resolved: { messages: { 4: { id: '4', content: 'I want to die', author: { id: '71', username: 'ben' } } } } } };
    const event = await heard({ ...inGuild('8192'), ...used });
    expect(event).toMatchObject({ name: 'what-can-i-say', moderator: false, options: { channel, may: 'messages' } });
    expect(JSON.stringify(event)).not.toMatch(/die|71|ben/u);
    expect(await heard({ ...inGuild('2048'), ...used })).toMatchObject({ options: { channel } });
    expect(JSON.stringify(bot.events[1])).not.toContain('may');
  });
});

describe('presses in a server', () => {
  const pressOn = (message: object, custom_id: string, permissions = '0'): object => ({ ...inGuild(permissions), type: 3, data: { component_type: 2, custom_id }, message: { id: '400000000000000001', components: [], ...message } });
  const publicly = { flags: 1 << 15 };

  it('joining and moderating pass through with the place and the rights of now', async () => {
    await begun();
    expect(await heard(pressOn(publicly, 'j|1.2026-11-22'))).toMatchObject({ kind: 'press', press: { kind: 'join' }, place: `discord-place:${guild}`, moderator: false, public: true });
    expect(await heard(pressOn({ flags: 64 }, 'w|discord:7|3|yes', '32'))).toMatchObject({ kind: 'press', press: { kind: 'moderate', by: 'discord:7', of: 3, choice: 'yes' }, moderator: true });
  });

  it.each([
    ['an answer to a question on a message for all', publicly, 'c|3|yes'],
    ['a form on a message for all', publicly, 'f|3~300'],
    ['a button on a message that answered somebody else', { flags: 64, interaction_metadata: { user: { id: '71' } } }, 'c|3|yes'],
    ['a made-up press', { flags: 64 }, 'c|x|y|z'],
  ])('%s is called forged and gets a private word', async (_, message, wire) => {
    await begun();
    expect(await heard(pressOn(message, wire))).toMatchObject({ kind: 'unreadable', what: 'forged' });
    expect(fake.of(/callback/u).at(-1)?.body).toEqual({ type: 5, data: { flags: 64 } });
  });

  it('what is chosen in a menu is a press', async () => {
    await begun();
    fake.interact({ ...inGuild('0'), type: 3, data: { component_type: 3, custom_id: 'menu~3', values: ['o|e|exercise.grounding'] }, message: { id: '400000000000000001', flags: 64 } });
    await bot.until(1);
    expect(bot.events[0]).toMatchObject({ kind: 'press', press: { kind: 'open', what: 'exercise', id: 'exercise.grounding' } });
  });
});

describe('a channel', () => {
  const route: Route = { kind: 'discord-channel', id: channel };

  it('that is deleted is told by its id', async () => {
    await begun();
    fake.dispatch('CHANNEL_DELETE', { id: channel, guild_id: guild, type: 0 });
    await bot.until(1);
    expect(bot.events[0]).toMatchObject({ kind: 'trouble', subject: `discord-place:${guild}`, what: 'gone', to: channel });
  });

  it('gets a post and a thread on it; a thread that is refused leaves the post a post', async () => {
    const adapter = await begun();
    let threads = 0;
    fake.fault = (call) => (call.path.endsWith('/threads') ? { status: (threads += 1) === 1 ? 201 : 403, body: { id: '9', message: 'Missing Permissions', code: 50013 } } : null);
    const post = (id: number): ReturnType<Adapter['deliver']> => adapter.deliver(parcel(route, { kind: 'send', messages: [words('Question')], thread: 'Week of 23 November' }, { id, nonce: `n${id}`, cls: 'post', subject: `discord-place:${guild}` }));
    const first = await post(1);
    expect(first).toMatchObject({ settled: { kind: 'sent' } });
    const [made] = first.settled.kind === 'sent' ? first.settled.refs : [];
    expect(fake.of(/threads/u)[0]).toMatchObject({ path: `/channels/${channel}/messages/${made}/threads`, body: { name: 'Week of 23 November' } });
    expect(await post(2)).toMatchObject({ settled: { kind: 'sent' } });
    expect(fake.channel(channel).length).toBe(2);
  });
});

describe('sharing', () => {
  it('is one public message beside the private reply, and never comes a day later', async () => {
    const adapter = await begun();
    const event = await heard({ ...inGuild('0'), type: 2, data: { id: '1', type: 1, name: 'help' } });
    const here = 'here' in event ? event.here : null;
    if (here?.kind !== 'discord-interaction') throw new Error('no interaction');
    await adapter.deliver(parcel(here, [words('private')]));
    await adapter.deliver(parcel({ ...here, aloud: true }, [words('for all')], { id: 2 }));
    expect(fake.of(/POST \/webhooks/u).map((call) => call.body)).toMatchObject([{ flags: 1 << 15, components: [{ content: 'for all' }] }]);
    expect(await adapter.deliver(parcel({ ...here, aloud: true, until: now - 1 }, [words('for all')], { id: 3 }))).toEqual({ settled: { kind: 'closed' } });
  });
});

describe('payloads with only what they must have', () => {
  it.each([
    ['a server command without owners, locale, context', { guild_id: guild, member: { user, permissions: '0' }, type: 2, data: { id: '1', name: 'help' }, authorizing_integration_owners: undefined, locale: undefined, app_permissions: undefined }, { kind: 'command', name: 'help', locale: 'en', place: `discord-place:${guild}` }, 64],
    ['a command in a direct message without a context', { user, type: 2, data: { id: '1', name: 'help' }, locale: undefined, authorizing_integration_owners: undefined }, { kind: 'command', name: 'help' }, undefined],
    ['somebody\'s own install in a server without the bot', { guild_id: guild, member: { user, permissions: '32' }, type: 2, data: { id: '1', name: 'help' }, authorizing_integration_owners: { 1: user.id } }, { kind: 'command', name: 'help' }, 64],
    ['rights that are no number', { guild_id: guild, member: { user, permissions: 'all' }, type: 2, data: { id: '1', name: 'help' } }, { moderator: false }, 64],
  ])('%s is understood', async (_, data, expected, flags) => {
    await begun();
    expect(await heard(data)).toMatchObject(expected);
    expect(fake.of(/callback/u)[0]?.body).toEqual(flags === undefined ? { type: 5 } : { type: 5, data: { flags } });
    if (!('place' in expected) && 'guild_id' in data && !('moderator' in expected)) expect(bot.events[0]).not.toHaveProperty('place');
  });

  it('a direct message of an id, a channel, a writer and words', async () => {
    await begun();
    fake.dispatch('MESSAGE_CREATE', { id: '100000000000000001', channel_id: '800000000000000007', author: { id: user.id }, content: 'hello' });
    await bot.until(1);
    expect(bot.events[0]).toMatchObject({ kind: 'text', text: 'hello', person: `discord:${user.id}` });
  });
});
