/** The fake has Discord's habits: what the trials of the bot rest on, shown with plain calls and a plain WebSocket. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { handClock, type FakeClock } from './clock.ts';
import { can } from './guilds.ts';
import type { Json } from './json.ts';
import { pressablesOf, wordsOf } from './looks.ts';
import { personOf, type Person } from './person.ts';
import { fakeDiscord, type FakeDiscord, type Interaction } from './server.ts';
import { timeOf } from './snowflakes.ts';

const guildId = '500000000000000001';
const channelId = '600000000000000001';
const v2 = 1 << 15;
const quiet = { allowed_mentions: { parse: [] } };
let fake: FakeDiscord;
let clock: FakeClock;
let expected: RegExp[];
beforeEach(async () => { clock = handClock(); fake = await fakeDiscord({ clock }); expected = []; });
afterEach(async () => {
  await fake.close();
  expect(fake.wrong.filter((each) => !expected.some((pattern) => pattern.test(each)))).toEqual([]);
});

interface Reply { readonly status: number; readonly body: Json; readonly headers: Headers }
async function call(method: string, path: string, body?: object, files: readonly string[] = []): Promise<Reply> {
  const own = /^\/(interactions|webhooks)\//u.test(path);
  const headers: Record<string, string> = own ? {} : { authorization: `Bot ${fake.token}` };
  const form = new FormData();
  if (files.length > 0) { form.set('payload_json', JSON.stringify(body)); files.forEach((name, index) => form.set(`files[${index}]`, new Blob(['x']), name)); }
  else if (body) headers['content-type'] = 'application/json';
  const response = await fetch(`${fake.api}/v10${path}`, { method, headers, ...(files.length > 0 ? { body: form } : body ? { body: JSON.stringify(body) } : {}) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : text.startsWith('<') ? { html: text } : JSON.parse(text)) as Json };
}
const refused = ({ status, body }: Reply): readonly unknown[] => [status, body['code']];
const say = (content: string, more: object = {}): object => ({ content, ...quiet, ...more });
const callback = (interaction: Interaction, body: object): Promise<Reply> => call('POST', `/interactions/${interaction.id}/${interaction.token}/callback`, body);
const original = (interaction: Interaction, method = 'PATCH', body?: object): Promise<Reply> => call(method, `/webhooks/${fake.app}/${interaction.token}/messages/@original`, body);

/** A server with two members, one of whom has asked something. */
async function asked(ownInstall = false): Promise<{ readonly ann: Person; readonly ben: Person; readonly interaction: Interaction }> {
  const guild = fake.addGuild(guildId, [channelId], !ownInstall);
  await call('PUT', `/applications/${fake.app}/commands`, [{ name: 'help', description: 'Help', contexts: [0, 1], integration_types: [0, 1] }]);
  const [ann, ben] = ['700000000000000001', '700000000000000002'].map((id) => personOf(fake, id, { guild, channel: channelId, ownInstall }));
  if (!ann || !ben) throw new Error('nobody is there');
  return { ann, ben, interaction: ann.command('/help') };
}

describe('the two clocks of an interaction', () => {
  it('a first response within 3 seconds is taken, a later one is 10062, a second one 40060', async () => {
    const { ann, interaction } = await asked();
    clock.pass(2_999);
    expect(fake.outcome(interaction)).toBe('waiting');
    expect((await callback(interaction, { type: 5, data: { flags: 64 } })).status).toBe(204);
    expect(refused(await callback(interaction, { type: 5 }))).toEqual([400, 40060]);
    expect(interaction.firstAfter).toBe(2_999);
    const late = ann.command('/help');
    clock.pass(3_000);
    expect(refused(await callback(late, { type: 5 }))).toEqual([404, 10062]);
    expect([fake.outcome(interaction), fake.outcome(late)]).toEqual(['thinking', 'failed']);
  });

  it('replies work for 15 minutes and not before the first response', async () => {
    const { interaction } = await asked();
    expect(refused(await original(interaction, 'PATCH', say('x')))).toEqual([404, 10015]);
    await callback(interaction, { type: 5, data: { flags: 64 } });
    clock.pass(15 * 60_000 - 1);
    expect((await original(interaction, 'PATCH', say('x'))).status).toBe(200);
    clock.pass(1);
    expect(refused(await original(interaction, 'PATCH', say('x')))).toEqual([401, 50027]);
  });

  it('a reply that is gone is 10008, and a person\'s own install allows five beside it', async () => {
    const { interaction } = await asked(true);
    await callback(interaction, { type: 5, data: { flags: 64 } });
    await original(interaction, 'PATCH', say('x'));
    const followup = (): Promise<Reply> => call('POST', `/webhooks/${fake.app}/${interaction.token}`, say('y', { flags: 64 }));
    for (let index = 0; index < 5; index += 1) expect((await followup()).status).toBe(200);
    expect(refused(await followup())).toEqual([400, 40094]);
    await original(interaction, 'DELETE');
    expect(refused(await original(interaction, 'PATCH', say('x')))).toEqual([404, 10008]);
  });
});

describe('who sees what', () => {
  it('a private reply is seen by one person, is in no history, and is reached by its interaction only', async () => {
    const { ann, ben, interaction } = await asked();
    await callback(interaction, { type: 5, data: { flags: 64 } });
    const { body } = await original(interaction, 'PATCH', say('only you'));
    expect(fake.rooms.seenBy(ann.id, channelId).map(wordsOf)).toEqual(['only you']);
    expect(fake.rooms.seenBy(ben.id, channelId)).toEqual([]);
    expect((await call('GET', `/channels/${channelId}/messages`)).body).toEqual([]);
    expect(refused(await call('DELETE', `/channels/${channelId}/messages/${String(body['id'])}`))).toEqual([404, 10008]);
  });

  it('the first followup takes the place of the waiting sign and its privacy', async () => {
    const { ann, ben, interaction } = await asked();
    await callback(interaction, { type: 5, data: { flags: 64 } });
    await call('POST', `/webhooks/${fake.app}/${interaction.token}`, say('loud'));
    expect([ann, ben].map(({ id }) => fake.rooms.seenBy(id, channelId).map(wordsOf))).toEqual([['loud'], []]);
  });

  it('a press on a message answers in its place; what it opened is a form', async () => {
    const { ann, interaction } = await asked();
    await callback(interaction, { type: 5, data: { flags: 64 } });
    await original(interaction, 'PATCH', { ...quiet, flags: v2, components: [{ type: 10, content: 'Go \\*on\\*?' }, { type: 1, components: [{ type: 2, style: 1, label: 'Write', custom_id: 'f' }] }] });
    expect(wordsOf(ann.got.at(-1) ?? { content: '', components: [] })).toBe('Go *on*?');
    expect(() => ann.press('Nothing')).toThrow('there are: Write');
    const press = ann.press('wri');
    await callback(press, { type: 9, data: { custom_id: 'm', title: 'Write', components: [{ type: 18, label: 'Write', component: { type: 4, custom_id: 't', style: 2, max_length: 3 } }] } });
    expect(fake.outcome(press)).toBe('form');
    const filled = ann.fill(press, 'abcdef');
    expect(fake.sent(filled)).toMatchObject({ type: 5, data: { custom_id: 'm', components: [{ component: { custom_id: 't', value: 'abc' } }] }, message: { id: press.on } });
    await callback(filled, { type: 6 });
    await original(filled, 'PATCH', { ...quiet, flags: v2, components: [{ type: 10, content: 'Thanks' }] });
    expect(fake.rooms.seenBy(ann.id, channelId).map(wordsOf)).toEqual(['Thanks']);
    expect(ann.got.flatMap(pressablesOf)).toHaveLength(1);
  });

  it('commands are shown where they are registered for, and to whom', async () => {
    const { ann } = await asked();
    await call('PUT', `/applications/${fake.app}/commands`, [{ name: 'weekly', description: 'Weekly', contexts: [0], default_member_permissions: String(can.manageGuild), options: [{ type: 1, name: 'skip', description: 'Skip', options: [{ type: 3, name: 'day', description: 'Day', required: true }] }] }]);
    expect(() => ann.command('/weekly skip', { day: 'monday' })).toThrow('does not show');
    fake.guilds.get(guildId)?.members.set(ann.id, { permissions: can.manageGuild, roles: new Set() });
    expect(() => ann.command('/weekly skip')).toThrow('asks for "day"');
    expect(() => ann.command('/weekly stop', {})).toThrow('no subcommand');
    expect(() => personOf(fake, ann.id).command('/weekly skip', { day: 'monday' })).toThrow('does not show');
    expect(fake.sent(ann.command('/weekly skip', { day: 'monday' }))).toMatchObject({ member: { permissions: '32' }, data: { options: [{ type: 1, name: 'skip', options: [{ name: 'day', value: 'monday' }] }] } });
  });
});

describe('messages', () => {
  it('the same nonce gives back the first message for a few minutes, where it is enforced', async () => {
    const { id: room } = fake.rooms.direct('700000000000000001');
    const send = (nonce: string, enforce = true): Promise<Reply> => call('POST', `/channels/${room}/messages`, say('x', { nonce, ...(enforce ? { enforce_nonce: true } : {}) }));
    const first = (await send('n')).body['id'];
    clock.pass(60_000);
    expect((await send('n')).body['id']).toBe(first);
    expect((await send('m')).body['id']).not.toBe(first);
    expect((await send('n', false)).body['id']).not.toBe(first);
    clock.pass(6 * 60_000);
    expect((await send('n')).body['id']).not.toBe(first);
  });

  it('history is read newest first, after or before a message, at most 100', async () => {
    const ann = personOf(fake, '700000000000000001');
    const written = ['a', 'b', 'c'].map((text) => { clock.pass(1000); return ann.say(text); });
    const read = async (query: string): Promise<unknown> => { const { body, status } = await call('GET', `/channels/${ann.channel}/messages?${query}`); return status === 200 ? (body as unknown as Json[]).map((each) => each['content']) : status; };
    expect(await read('')).toEqual(['c', 'b', 'a']);
    expect(await read(`after=${written[0]?.id}`)).toEqual(['c', 'b']);
    expect(await read(`after=${written[0]?.id}&limit=1`)).toEqual(['b']);
    expect(await read(`before=${written[2]?.id}&limit=1`)).toEqual(['b']);
    expect(await read('limit=101')).toBe(400);
    expect(timeOf(written[1]?.id ?? '0')).toBe(clock.now() - 1000);
  });

  it('files come as a form, and a component comes back as Discord stores it', async () => {
    const { id: room } = fake.rooms.direct('700000000000000001');
    const sent = await call('POST', `/channels/${room}/messages`, { ...quiet, flags: v2, attachments: [{ id: '0', filename: 'a.png' }], components: [{ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }] }, ['a.png']);
    expect(sent.body).toMatchObject({ attachments: [{ filename: 'a.png', size: 1 }], components: [{ id: 1, type: 12, items: [{ media: { url: expect.stringContaining('https://cdn.') as string } }] }] });
  });

  it('a body against the documentation is refused and written down', async () => {
    const { id: room } = fake.rooms.direct('700000000000000001');
    expect(refused(await call('POST', `/channels/${room}/messages`, { content: 'x' }))).toEqual([400, 50035]);
    expect(refused(await call('POST', `/channels/${room}/messages`, say('x', { conten: 'y' })))).toEqual([400, 50035]);
    await call('POST', '/channels/1/pins', {});
    expect(fake.wrong).toHaveLength(3);
    expect([await call('GET', '/users/@me')].map(({ status }) => status)).toEqual([200]);
    expected = [/allowed_mentions/u, /additionalProperties/u, /not a call/u];
  });

  it.each([
    ['a closed direct chat', 50007, () => { fake.closedDirects.add('700000000000000001'); return fake.rooms.direct('700000000000000001').id; }],
    ['a channel that is gone', 10003, () => { fake.addGuild(guildId, [channelId]); fake.removeChannel(guildId, channelId); return channelId; }],
    ['a channel that the bot cannot see', 50001, () => { fake.addGuild(guildId, [channelId]).inChannel.set(channelId, can.sendMessages); return channelId; }],
    ['a channel that it may only read', 50013, () => { fake.addGuild(guildId, [channelId]).inChannel.set(channelId, can.viewChannel); return channelId; }],
    ['a server that removed it', 50001, () => { fake.addGuild(guildId, [channelId]); fake.removeGuild(guildId); return channelId; }],
  ])('%s is refused with %i', async (_, code, made) => {
    expect((await call('POST', `/channels/${made()}/messages`, say('x'))).body['code']).toBe(code);
  });

  it('threads and roles need their rights', async () => {
    const guild = fake.addGuild(guildId, [channelId]);
    guild.members.set('7', { permissions: 0n, roles: new Set() });
    guild.roles.set('9', { name: 'r', position: 1, managed: false });
    const { body } = await call('POST', `/channels/${channelId}/messages`, say('x'));
    const thread = (): Promise<Reply> => call('POST', `/channels/${channelId}/messages/${String(body['id'])}/threads`, { name: 'Week' });
    expect((await thread()).status).toBe(201);
    expect(refused(await thread())).toEqual([400, 160_004]);
    expect((await call('POST', `/channels/${String(body['id'])}/messages`, say('in the thread'))).status).toBe(200);
    expect((await call('PUT', `/guilds/${guildId}/members/7/roles/9`)).status).toBe(204);
    expect(guild.members.get('7')?.roles.has('9')).toBe(true);
    guild.permissions = can.viewChannel | can.sendMessages;
    expect(refused(await call('DELETE', `/guilds/${guildId}/members/7/roles/9`))).toEqual([403, 50013]);
    expect(refused(await call('POST', `/channels/${channelId}/threads`, { name: 'x', type: 11 }))).toEqual([403, 50013]);
  });
});

describe('limits and faults', () => {
  it('a full bucket is 429 until the clock has passed, for that place only; headers say what is left', async () => {
    fake.limits.set(/^POST \/channels\/\d+\/messages$/u, 2, 5_000);
    const [one, two] = ['700000000000000001', '700000000000000002'].map((id) => fake.rooms.direct(id).id);
    const send = (room = one): Promise<Reply> => call('POST', `/channels/${room}/messages`, say('x'));
    expect((await send()).headers.get('x-ratelimit-remaining')).toBe('1');
    await send();
    clock.pass(1_000);
    const third = await send();
    expect([third.status, third.body, third.headers.get('x-ratelimit-reset-after')]).toEqual([429, { message: 'You are being rate limited.', retry_after: 4, global: false }, '4']);
    expect((await send(two)).status).toBe(200);
    clock.pass(4_000);
    expect((await send()).status).toBe(200);
    expect(fake.limits.invalid()).toBe(1);
  });

  it('the limit over all routes spares interactions', async () => {
    fake.limits.all = 1;
    const { interaction } = await asked();
    expect((await call('GET', '/users/@me')).body).toMatchObject({ global: true });
    expect((await callback(interaction, { type: 5, data: { flags: 64 } })).status).toBe(204);
  });

  it('a connection is cut before a call is read, after it was done, or the answer comes late or as a page', async () => {
    const { id: room } = fake.rooms.direct('700000000000000001');
    const send = (): Promise<Reply> => call('POST', `/channels/${room}/messages`, say('x'));
    fake.cut = () => true;
    await expect(send()).rejects.toThrow('fetch failed');
    fake.cut = () => false;
    expect(fake.channel(room)).toHaveLength(0);
    fake.fault = () => 'reset';
    await expect(send()).rejects.toThrow('fetch failed');
    expect(fake.channel(room)).toHaveLength(1);
    const { promise, resolve } = Promise.withResolvers<void>();
    fake.fault = () => ({ late: promise });
    const late = send();
    await fake.until(() => fake.channel(room).length === 2);
    resolve();
    expect((await late).status).toBe(200);
    fake.fault = () => ({ status: 502, html: '<html>bad gateway</html>' });
    expect(await send()).toMatchObject({ status: 502, body: { html: '<html>bad gateway</html>' } });
    expect(fake.channel(room)).toHaveLength(2);
  });
});

describe('the gateway', () => {
  interface Packet { readonly op: number; readonly t: string | null; readonly s: number | null; readonly d: Json & { readonly session_id?: string } }
  interface Client { readonly socket: WebSocket; readonly got: Packet[]; send(op: number, d: unknown): void; until(check: (packet: Packet) => boolean): Promise<Packet>; readonly closed: Promise<number> }
  async function connect(): Promise<Client> {
    const { body } = await call('GET', '/gateway/bot');
    const socket = new WebSocket(String(body['url']));
    const got: Packet[] = [];
    const looks = new Set<() => void>();
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => { got.push(JSON.parse(data.toString()) as Packet); for (const look of looks) look(); });
    const client: Client = {
      socket, got,
      closed: new Promise((resolve) => { socket.on('close', resolve); }),
      send: (op, d) => socket.send(JSON.stringify({ op, d })),
      until: (check) => new Promise((resolve) => {
        const look = (): void => { const found = got.find(check); if (found) { looks.delete(look); resolve(found); } };
        looks.add(look);
        look();
      }),
    };
    await client.until(({ op }) => op === 10);
    return client;
  }
  const identify = (intents = 1 | (1 << 12)): object => ({ token: fake.token, intents, properties: {} });
  const begun = async (intents?: number): Promise<Client & { readonly session: string }> => {
    const client = await connect();
    client.send(2, identify(intents));
    const ready = await client.until(({ t }) => t === 'READY');
    return { ...client, session: ready.d.session_id ?? '' };
  };
  const message = ({ t }: Packet): boolean => t === 'MESSAGE_CREATE';

  it('READY, the servers, and heartbeats that are answered or not', async () => {
    fake.addGuild(guildId, [channelId]);
    const client = await begun();
    expect((await client.until(({ t }) => t === 'GUILD_CREATE')).d).toMatchObject({ id: guildId, channels: [{ id: channelId }] });
    client.send(1, null);
    await client.until(({ op }) => op === 11);
    fake.gateway.deaf = true;
    client.send(1, null);
    await fake.until(() => fake.gateway.heartbeats() === 2);
    expect(client.got.filter(({ op }) => op === 11)).toHaveLength(1);
  });

  it('what was missed comes again after RESUME, in order, and only then', async () => {
    const ann = personOf(fake, '700000000000000001');
    const first = await begun();
    ann.say('one');
    await first.until(message);
    first.socket.terminate();
    await first.closed;
    await fake.until(() => !fake.gateway.connected());
    ann.say('two');
    const second = await connect();
    second.send(6, { token: fake.token, session_id: first.session, seq: first.got.filter(message)[0]?.s });
    await second.until(({ t }) => t === 'RESUMED');
    expect(second.got.filter(message).map(({ d }) => d['content'])).toEqual(['two']);
    expect([fake.identified(), fake.resumed()]).toEqual([1, 1]);
  });

  it('a new process cannot resume: what came in between is gone from the gateway and is in the history', async () => {
    const ann = personOf(fake, '700000000000000001');
    const first = await begun();
    first.socket.terminate();
    await fake.until(() => !fake.gateway.connected());
    ann.say('one');
    const second = await begun();
    ann.say('two');
    expect((await second.until(message)).d['content']).toBe('two');
    expect(((await call('GET', `/channels/${ann.channel}/messages`)).body as unknown as Json[]).map((each) => each['content'])).toEqual(['two', 'one']);
  });

  it('op 7, op 9 and a lost session ask for what they should', async () => {
    const client = await begun();
    fake.gateway.reconnect();
    await client.until(({ op }) => op === 7);
    fake.gateway.invalidate(true);
    expect((await client.until(({ op }) => op === 9)).d).toBe(true);
    client.send(6, { token: fake.token, session_id: client.session, seq: 1 });
    await client.until(({ t }) => t === 'RESUMED');
    fake.gateway.lose();
    await client.closed;
    const again = await connect();
    again.send(6, { token: fake.token, session_id: client.session, seq: 1 });
    expect((await again.until(({ op }) => op === 9)).d).toBe(false);
  });

  it.each([['a wrong token', { token: 'x', intents: 1 }, 4004], ['an intent that must be allowed first', { token: 'fake-bot-token.for.tests', intents: 1 << 15 }, 4014], ['intents that are none', { token: 'fake-bot-token.for.tests', intents: 'all' }, 4013]])('%s closes the connection', async (_, d, code) => {
    const client = await connect();
    client.send(2, d);
    expect(await client.closed).toBe(code);
  });

  it('words in a server arrive without the privileged intent only where the bot is mentioned; without an intent nothing arrives', async () => {
    fake.addGuild(guildId, [channelId]);
    const client = await begun(1 | (1 << 9));
    fake.heard('7', channelId, 'among us');
    fake.heard('7', channelId, `<@${fake.app}> hello`);
    personOf(fake, '700000000000000001').say('in private');
    await client.until((packet) => message(packet) && String(packet.d['content']).includes('hello'));
    expect(client.got.filter(message).map(({ d }) => d['content'])).toEqual(['', `<@${fake.app}> hello`]);
  });
});
