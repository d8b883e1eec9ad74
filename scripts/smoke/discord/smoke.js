/**
 * Mend against a Discord server of somebody else, `discord-digital-twin` (MIT), behind a proxy that checks every body against Discord's own
 * file and our rules: `cd scripts/smoke/discord && npm ci --ignore-scripts && node smoke.js`. What the twin does not have - direct messages,
 * uploads, limits, private replies, RESUME, the 3 seconds - our own fake has (`tests/fakes/discord`). It has a folder of its own,
 * so that nothing of it comes into the product.
 */
import { DigitalDiscord } from 'discord-digital-twin';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bodyOf } from '../../../tests/fakes/discord/body.ts';
import { pressablesOf, wordsOf } from '../../../tests/fakes/discord/looks.ts';
import { brokenBy } from '../../../tests/fakes/discord/rules.ts';
import { against } from '../../../tests/fakes/discord/specification/against.ts';
import { serve } from '../../../tests/fakes/telegram/served.ts';

const wrong = [];
const calls = new Map();

/** Forwards to the twin what was checked. */
async function proxy(target) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const path = decodeURIComponent(new URL(request.url, 'http://p').pathname.replace('/api/v10', ''));
    const { body, files, sent, wrong: malformed } = await bodyOf(Object.assign((async function* () { yield raw; })(), { headers: request.headers }));
    const kind = path.endsWith('/callback') ? ({ 5: 'defer', 6: 'defer', 8: 'suggestions', 9: 'modal' })[body.type] ?? 'message' : path.endsWith('/commands') ? 'commands' : request.method === 'PATCH' ? 'edit' : 'message';
    const what = path.endsWith('/callback') ? (body.data ?? {}) : path.endsWith('/commands') ? { commands: body } : body;
    const broken = !sent ? [] : brokenBy({ kind, body: what, files, before: { flags: 1 << 15 | 64, files: new Map() } }).map(({ says }) => says);
    for (const sentence of [...malformed, ...against(request.method, path, body, sent), ...broken]) wrong.push(`${request.method} ${path}: ${sentence}`);
    const { host: _, 'content-length': __, connection: ___, 'transfer-encoding': ____, ...headers } = request.headers;
    const answer = await fetch(target + request.url, { method: request.method, headers, ...(raw.length > 0 ? { body: raw } : {}) });
    const route = `${request.method} ${path.replace(/\d{15,}/gu, ':id').replace(/(interactions|webhooks)\/:id\/[^/]+/u, '$1/:id/:token')} ${answer.status}`;
    calls.set(route, (calls.get(route) ?? 0) + 1);
    const text = Buffer.from(await answer.arrayBuffer());
    if (answer.status === 204) response.writeHead(204).end();
    else response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' }).end(text);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { api: `http://127.0.0.1:${server.address().port}/api`, close: () => { server.closeAllConnections(); server.close(); } };
}

const twin = new DigitalDiscord({ channels: [{ name: 'general', type: 0 }], users: [{ username: 'ann' }] });
await twin.start();
const between = await proxy(twin.restUrl.replace(/\/api.*$/u, ''));
const folder = mkdtempSync(join(tmpdir(), 'mend-twin-'));
const served = serve({ MEND_DB: join(folder, 'mend.db'), MEND_CONTACT: 'Ada at the community desk', DISCORD_BOT_TOKEN: twin.botToken, DISCORD_API_ROOT: between.api });
const steps = [];

try {
  await served.ready();
  const channelId = (await twin.prisma.channel.findMany())[0].id;
  const userId = await twin.getFirstNonBotUserId();
  /** The newest message of the bot, once it says `words`. */
  const shows = async (words) => {
    for (let tries = 0; tries < 200; tries += 1) {
      const messages = await twin.channel(channelId).getMessages();
      const found = messages.findLast((message) => wordsOf({ content: message.content, components: message.components ?? [] }).includes(words));
      if (found) return found;
      await pause(50);
    }
    throw new Error(`nothing says "${words}": ${JSON.stringify((await twin.channel(channelId).getMessages()).map(({ content, components }) => wordsOf({ content, components: components ?? [] })))}`);
  };
  const step = async (name, run) => { try { await run(); steps.push([name, 'as it should be']); } catch (error) { steps.push([name, String(error.message).slice(0, 3000)]); } };
  const buttonOf = (message, label) => pressablesOf({ components: message.components ?? [] }).find((each) => each.label.startsWith(label))?.custom_id;

  /** The twin keeps no EPHEMERAL flag: it is put where Discord would have it, or the bot would take the message for a public one. */
  const asPrivate = async (message) => { await twin.prisma.message.update({ where: { id: message.id }, data: { flags: 64 | (1 << 15) } }); return message; };

  await step('the commands are registered', async () => { for (let tries = 0; tries < 100 && calls.size < 3; tries += 1) await pause(50); if (![...calls].some(([route]) => /^PUT .*commands 200/u.test(route))) throw new Error([...calls.keys()].join(', ')); });
  await step('/help: deferred, then one edit', async () => { await twin.simulateSlashCommand({ channelId, userId, name: 'help' }); await shows('a program'); });
  await step('/exercise: the first step with its buttons', async () => { await twin.simulateSlashCommand({ channelId, userId, name: 'exercise', options: [{ name: 'name', type: 3, value: 'exercise.boundary' }] }); await shows('What is it about?'); });
  await step('a button: the next step in the same message', async () => { const asked = await asPrivate(await shows('What is it about?')); await twin.simulateButtonClick({ channelId, userId, messageId: asked.id, customId: buttonOf(asked, 'My time') }); await shows('What is not okay for you?'); });
  await step('a form: opened, filled in, the next step', async () => {
    const asked = await asPrivate(await shows('What is not okay for you?'));
    const { id } = await twin.simulateButtonClick({ channelId, userId, messageId: asked.id, customId: pressablesOf({ components: asked.components }).find(({ custom_id }) => custom_id.startsWith('f|')).custom_id });
    const ack = await twin.channel(channelId).waitForInteractionAck({ interactionId: id });
    if (!ack.acknowledged) throw new Error('not acknowledged');
    const wire = pressablesOf({ components: asked.components }).find(({ custom_id }) => custom_id.startsWith('f|')).custom_id.split('~')[0];
    await twin.simulateModalSubmit({ channelId, userId, customId: wire, fields: [{ customId: 'text', value: 'you make plans for me' }] });
    await shows('What do you want instead?');
  });
  await step('words in danger are answered at once', async () => { await twin.simulateSlashCommand({ channelId, userId, name: 'ask', options: [{ name: 'question', type: 3, value: 'i want to kill myself' }] }); await shows('Nobody has been told'); });
} finally {
  served.kill('SIGTERM');
  const end = await served.ended;
  steps.push(['SIGTERM', end.code === 0 ? 'ended with 0' : `ended with ${end.code}`]);
  between.close();
  await Promise.race([twin.stop(), pause(3_000)]);
  rmSync(folder, { recursive: true, force: true });
}

for (const [name, result] of steps) process.stdout.write(`${name.padEnd(50)} ${result}\n`);
process.stdout.write('\ncalls that the twin answered:\n');
for (const [route, count] of calls) process.stdout.write(`  ${String(count).padStart(3)}  ${route}\n`);
process.stdout.write(`against the documentation: ${wrong.length}\n`);
for (const each of wrong) process.stdout.write(`  ${each}\n`);
process.exit(wrong.length > 0 || steps.some(([, result]) => !['as it should be', 'ended with 0'].includes(result)) ? 1 : 0);
