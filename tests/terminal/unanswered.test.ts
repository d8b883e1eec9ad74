/** What people asked in vain, from their messages on every platform to the list and the stub. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { receiveInteraction, receiveMessage } from '../../src/adapters/discord/receive.ts';
import { receive } from '../../src/adapters/telegram/receive.ts';
import { eventOf } from '../../src/adapters/terminal/receive.ts';
import { openBotStore, type BotStore } from '../../src/commands/files.ts';
import { settingsAtHome } from '../../src/commands/settings.ts';
import { unanswered } from '../../src/commands/unanswered.ts';
import type { Event } from '../../src/conversation/event.ts';
import { converse } from '../../src/conversation/step.ts';
import { createBot } from '../../src/runtime/bot.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { projectRoot, projectUnderstanding } from '../knowledge-of-project.ts';
import { operator } from '../talk.ts';
import { mend } from './mend-process.ts';

const marker = 'zqxmarker';
const question = `What should the dentist ${marker} in ${marker.toUpperCase()} do with my lawn mower 4711?`;
const gist = 'dentist, lawn, mower';
let folder = '';
let db = '';
let store: BotStore;
let bot: ReturnType<typeof createBot>;
const { library, understand } = projectUnderstanding();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mend-unanswered-'));
  db = join(folder, 'mend.db');
  store = openBotStore(settingsAtHome(db));
  const decide = (event: Event, reading: Parameters<typeof converse>[0]['reading']) => converse({ event, reading, library, operator });
  bot = createBot({ store, decide, understand: () => understand, ready: () => Promise.resolve(), committed: () => undefined, replyDirectly: () => Promise.resolve(), apologise: () => Promise.resolve(), clock: systemClock, log: silentLog, metrics: createMetrics() });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = Date.now();
const user = { id: '700000000000000007', username: 'ann' };
const discordMessage = { id: '900000000000000001', type: 0, channel_id: '1', author: user, content: question, attachments: [], timestamp: '2026-01-01T00:00:00Z', edited_timestamp: null };
const ask = { id: '900000000000000002', application_id: '1', type: 2, token: 't', locale: 'en-GB', context: 1, authorizing_integration_owners: {}, user: { ...user, id: '700000000000000008' }, data: { id: '1', type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: question }] } };

/** One message of one person on each way in. */
const ways: readonly (readonly [string, () => Event | null])[] = [
  ['Telegram', () => receive({ update_id: 1, message: { message_id: 1, date: 1, text: question, from: { id: 7, is_bot: false, first_name: 'Ann' }, chat: { id: 7, type: 'private', first_name: 'Ann' } } }, { bot: { id: 42, name: 'MendBot' }, at, moderator: false })],
  ['a direct message on Discord', () => receiveMessage(discordMessage as never, false, at)],
  ['/ask on Discord', () => { const incoming = receiveInteraction(ask as never, { at, app: null, missing: () => null }); return incoming?.kind === 'turn' ? incoming.event : null; }],
  ['the terminal', () => eventOf(question, { id: 'terminal:1', at, person: 'terminal:me', button: null })],
];

describe('asked on every platform', () => {
  it.each(ways)('%s counts', async (_, make) => {
    const event = make();
    if (event === null) throw new Error('no event came in');
    const before = store.tallies.all('unanswered')[0]?.n ?? 0;
    expect((await bot.receive(event)).outcome).toBe('done');
    expect(store.tallies.all('unanswered')).toEqual([{ key: gist, n: before + 1 }]);
  });

  it('counts nobody twice, and nobody after a disclosure', async () => {
    await bot.receive(eventOf(question, { id: 'terminal:2', at: at + 60_000, person: 'terminal:me', button: null }));
    await bot.receive(eventOf('he hits me and i am scared', { id: 'terminal:3', at, person: 'terminal:eve', button: null }));
    await bot.receive(eventOf(question, { id: 'terminal:4', at: at + 60_000, person: 'terminal:eve', button: null }));
    expect(store.tallies.all('unanswered')).toEqual([{ key: gist, n: 4 }]);
  });
});

describe('mend unanswered', () => {
  it('shows the words, how many people, and nothing that was written besides', async () => {
    const { code, out } = await mend(['unanswered', '--db', db]);
    expect({ code, out }).toEqual({ code: 0, out: 'line  people  words, in no order\n   1       4  dentist, lawn, mower\n\nTo answer one: mend unanswered --stub LINE --intent topic.NAME\n' });
    expect(JSON.parse((await mend(['unanswered', '--db', db, '--json'])).out)).toEqual([{ words: gist, count: 4 }]);
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).toString('latin1')).not.toMatch(/zqxmarker|dentist|4711/iu);
  });

  it('shows nothing below the minimum', async () => {
    expect((await mend(['unanswered', '--db', db, '--min', '5'])).out).toBe('Nothing was asked in vain by 5 people or more.\n');
    expect((await mend(['unanswered', '--db', db, '--min', '5', '--json'])).out).toBe('[]\n');
  });

  it.each<[readonly string[], RegExp]>([
    [['--min', 'x'], /^mend: option '--min <n>' argument 'x' is invalid\. Expected a whole number from 1\. See mend --help\.\n$/u],
    [['--stub', '1'], /^mend: Give --stub and --intent together.*\n$/u],
    [['--stub', '2', '--intent', 'topic.dentist'], /^mend: There is no line 2: the list has 1\..*\n$/u],
    [['--stub', '1', '--intent', '../../etc/x'], /^mend: "\.\.\/\.\.\/etc\/x" cannot be the id of an intent\..*\n$/u],
    [['--stub', '1', '--intent', 'crisis.self-harm'], /cannot be the id of an intent/u],
  ])('%j exits with 2 and one line', async (args, err) => {
    expect(await mend(['unanswered', '--db', db, ...args])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(err) as string });
  });

  it('writes a line of the list as a stub, into a new file or one that is there', async () => {
    const root = join(folder, 'project');
    const there = 'intents/faq/how-long.yaml';
    mkdirSync(dirname(join(root, there)), { recursive: true });
    copyFileSync(join(projectRoot, there), join(root, there));
    const spoken = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await unanswered({ db, min: 3, stub: 1, intent: 'topic.teeth' }, root);
    await unanswered({ db, min: 3, stub: 1, intent: 'faq.how-long' }, root);
    const words = spoken.mock.calls.join('');
    spoken.mockRestore();
    expect(words).toContain('intents/topic/teeth.yaml is begun: dentist, lawn, mower');
    expect(readFileSync(join(root, 'intents/topic/teeth.yaml'), 'utf8')).toBe(`about:\nsays:\n  # stub: 4 people asked in vain with these words: ${gist}\n`);
    const before = readFileSync(join(projectRoot, there), 'utf8');
    const after = readFileSync(join(root, there), 'utf8');
    expect(after.replace(`  # stub: 4 people asked in vain with these words: ${gist}\n`, '')).toBe(before);
  });
});
