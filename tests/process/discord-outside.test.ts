/** The bot as it is started by whoever runs it, against a Discord that nobody of ours wrote like ours: only what the documentation promises. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { app, bareDiscord, channel, type BareDiscord, type Habits, type Heard, type Said } from '../fakes/discord/bare.ts';
import { serve, type Served } from '../fakes/telegram/served.ts';

const sparse: Habits = { answers: 'chunked', callbacks: 204, gatewayBot: false, query: '', ready: 'bare', limits: false, newer: false };
const lavish: Habits = { answers: 'json', callbacks: 200, gatewayBot: true, query: '/?v=10&encoding=json', ready: 'whole', limits: true, newer: true };
const someone = { id: '80351110224678912' };
const member = { id: '80351110224678913', permissions: '2147483648' };
const moderator = { id: '80351110224678914', permissions: '32' };

let folder = '';
let fake: BareDiscord;
const running: Served[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) { each.kill('SIGKILL'); await each.ended; }
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
});

async function started(habits: Habits): Promise<Served> {
  fake = await bareDiscord(habits);
  folder = mkdtempSync(join(tmpdir(), 'mend-outside-'));
  return again();
}
async function again(more: Readonly<Record<string, string>> = {}): Promise<Served> {
  const served = serve({ MEND_DB: join(folder, 'mend.db'), MEND_CONTACT: 'Ana Ruiz, ana@example.org', DISCORD_BOT_TOKEN: fake.token, DISCORD_API_ROOT: fake.api, ...more });
  running.push(served);
  await served.ready();
  return served;
}

/** Everything that is shown: of V2 components and of plain messages. */
function wordsOf({ body }: Heard): string {
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each);
    else if (typeof value === 'object' && value !== null) for (const [key, each] of Object.entries(value)) if (key === 'content' && typeof each === 'string') words.push(each); else walk(each);
  };
  walk(body);
  return words.join('\n');
}
function idsOf({ body }: Heard): readonly { readonly label: string; readonly wire: string }[] {
  return [...JSON.stringify(body).matchAll(/\{[^{}]*"custom_id":"((?:[^"\\]|\\.)*)"[^{}]*\}/gu)].map(([all, wire = '']) => ({ label: /"label":"((?:[^"\\]|\\.)*)"/u.exec(all)?.[1] ?? '', wire: String(JSON.parse(`"${wire}"`)) }));
}
const shows = ({ method, path }: Heard): boolean => method === 'PATCH' || (method === 'POST' && (path.endsWith('/messages') || /^\/webhooks\/\d+\/[^/]+(\?|$)/u.test(path)));
/** The reply to an interaction, and its first response. */
async function reply(said: Said): Promise<Heard> {
  await fake.until(() => said.heard().some(shows));
  expect(said.heard()[0]?.path).toContain('/callback');
  expect(said.heard().filter(({ auth }) => auth)).toEqual([]);
  return said.heard().findLast(shows) ?? expect.unreachable();
}
async function written(user: string, content: string): Promise<Heard> {
  const before = fake.heard.length;
  fake.write(user, content);
  const news = (): readonly Heard[] => fake.heard.slice(before).filter((each) => each.path === `/channels/1${user}/messages` && each.method === 'POST');
  await fake.until(() => news().length > 0);
  return news()[0] ?? expect.unreachable();
}
function wireOf(shown: Heard, label: string): string {
  return idsOf(shown).find((each) => each.label.startsWith(label))?.wire ?? expect.unreachable(`no button "${label}" among ${idsOf(shown).map((each) => each.label).join(', ')}`);
}
/** As little of the pressed message as there may be. */
const press = (who: typeof someone, wire: string, flags = 64): Said => fake.interact(3, who, { custom_id: wire, component_type: 2 }, { message: { id: '846462639134605400', channel_id: channel, flags, components: [] } });

describe.each([['only what it must send', sparse], ['everything it may send', lavish]] as const)('a Discord that sends %s', (_, habits) => {
  it('has the main talks', async () => {
    const served = await started(habits);
    await fake.until(() => fake.heard.some(({ method, path }) => method === 'PUT' && path === `/applications/${app}/commands`));

    const answer = await reply(fake.interact(2, member, { id: '1', name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: 'How long does it take to trust again?' }] }));
    expect(answer.path).toMatch(new RegExp(`^/webhooks/${app}/[^/]+/messages/@original`, 'u'));
    expect(wordsOf(answer)).toContain('trust');
    expect(answer.body['allowed_mentions']).toEqual({ parse: [] });
    const help = await reply(press(member, wireOf(answer, 'I need help now')));
    expect(wordsOf(help)).toContain('call your local emergency number');

    // In a direct chat: an exercise by its steps, words of a form into a modal, a word of danger in the middle of it.
    expect(wordsOf(await written(someone.id, 'hello'))).toContain('program');
    const step = await written(someone.id, '/exercise boundary');
    const next = await reply(press(someone, idsOf(step)[0]?.wire ?? '', 0));
    const opening = press(someone, idsOf(next).find(({ wire }) => wire.startsWith('f|'))?.wire ?? '', 0);
    await fake.until(() => opening.heard().length > 0);
    const modal = opening.heard()[0]?.body as { readonly type: number; readonly data: { readonly custom_id: string } };
    expect(modal.type).toBe(9);
    const filled = await reply(fake.interact(5, someone, { custom_id: modal.data.custom_id, components: [{ type: 18, component: { type: 4, custom_id: 'text', value: 'my phone' } }] }, { message: { id: '846462639134605400', flags: 0 } }));
    expect(wordsOf(filled)).not.toBe(wordsOf(next));
    expect(wordsOf(await written(someone.id, 'i want to kill myself'))).toContain('local emergency number');

    // Somebody who may not, and forged presses.
    expect(wordsOf(await reply(fake.interact(2, member, { id: '1', name: 'weekly', type: 1, options: [{ name: 'status', type: 1 }] })))).toContain('Only people who run this community');
    for (const wire of ['nonsense', 'c|99|yes', 'm|1|80351110224678914|yes', '']) expect(wordsOf(await reply(press(member, wire)))).not.toBe('');

    // A moderator sets it up, and it is posted.
    const schedule = { id: '1', name: 'weekly', type: 1, options: [{ name: 'schedule', type: 1, options: [{ name: 'day', type: 3, value: 'monday' }, { name: 'time', type: 3, value: '19:00' }, { name: 'timezone', type: 3, value: 'Europe/Dublin' }, { name: 'channel', type: 7, value: channel }] }] };
    const preview = await reply(fake.interact(2, moderator, schedule));
    expect(wordsOf(preview)).toContain('<t:');
    await reply(press(moderator, wireOf(preview, 'Yes, set it up')));
    await reply(fake.interact(2, moderator, { id: '1', name: 'weekly', type: 1, options: [{ name: 'now', type: 1 }] }));
    await fake.until(() => fake.heard.some(({ method, path }) => method === 'POST' && path === `/channels/${channel}/messages`));
    const typed = fake.interact(4, moderator, { id: '1', name: 'weekly', type: 1, options: [{ name: 'schedule', type: 1, options: [{ name: 'timezone', type: 3, value: 'Dub', focused: true }] }] });
    await fake.until(() => typed.heard().length > 0);
    expect(JSON.stringify(typed.heard()[0]?.body)).toContain('Europe/Dublin');

    // The connection is lost, with its session and without.
    await fake.beat();
    fake.drop(4000);
    await fake.until(() => fake.resumed() === 1);
    expect(wordsOf(await written('80351110224678920', 'hello'))).toContain('program');
    fake.drop(4000, true);
    await fake.until(() => fake.identified() === 2);
    expect(wordsOf(await written('80351110224678921', 'hello'))).toContain('program');

    served.kill('SIGTERM');
    expect((await served.ended).code).toBe(0);
    expect(served.log()).not.toMatch(/"level":(?:50|60)/u);
  });
});

describe('a process that is killed between claim and send', () => {
  it('says the reply to a direct message with the same nonce again, and what it said on an interaction once', async () => {
    const served = await started(sparse);
    await written(someone.id, 'hello');
    fake.answerTo = ({ method, path }) => (method === 'POST' && path === `/channels/1${someone.id}/messages` ? 'hang' : null);
    const first = await written(someone.id, 'i want to kill myself');
    served.kill('SIGKILL');
    await served.ended;
    fake.answerTo = () => null;
    const before = fake.heard.length;
    await again();
    const repeated = (): Heard | undefined => fake.heard.slice(before).find(({ method, path }) => method === 'POST' && path === `/channels/1${someone.id}/messages`);
    await fake.until(() => repeated() !== undefined);
    expect(repeated()?.body['nonce']).toBe(first.body['nonce']);
    expect(repeated()?.body['enforce_nonce']).toBe(true);
  });
});

describe('a Discord that will have none of it', () => {
  it.each([[4004, 'DISCORD_BOT_TOKEN'], [4014, 'intents']])('close code %i ends the start with one sentence', async (code, word) => {
    fake = await bareDiscord(sparse);
    folder = mkdtempSync(join(tmpdir(), 'mend-outside-'));
    fake.refuse = code;
    const served = serve({ MEND_DB: join(folder, 'mend.db'), MEND_CONTACT: 'Ana Ruiz', DISCORD_BOT_TOKEN: fake.token, DISCORD_API_ROOT: fake.api });
    running.push(served);
    const end = await served.ended;
    expect(end.code).toBe(1);
    expect(served.log().split('\n').findLast((line) => line !== '')).toContain(word);
    expect(served.log()).not.toContain(fake.token);
  });
});
