/**
 * Mend as a process against `telegram-test-api`, a Telegram server by somebody else: text, presses, edits, deleting.
 * That server knows few methods and no offsets, and does not wait in `getUpdates`. Run here: `npm ci && npm start`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import TelegramServer from 'telegram-test-api';

const token = '4242:AAsmoke';
const project = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mend-smoke-'));
const server = new TelegramServer({ host: '127.0.0.1', port: 9123, storeTimeout: 600 });
await server.start();
const client = server.getClient(token, { userId: 7, chatId: 7 });
const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(MEND|TELEGRAM|DISCORD)_/.test(name)));
const bot = spawn(join(project, 'node_modules', '.bin', 'node'), ['src/main.ts', 'serve'], {
  cwd: project, stdio: ['ignore', 'ignore', 'pipe'],
  env: { ...bare, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.config.apiURL, MEND_CONTACT: 'Ada', MEND_DB: join(folder, 'mend.db') },
});
let log = '';
bot.stderr.setEncoding('utf8').on('data', (text) => { log += text; });

let failures = 0;
function check(name, holds) {
  if (!holds) failures += 1;
  process.stdout.write(`${holds ? 'ok    ' : 'wrong '} ${name}\n`);
}
async function until(holds) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (holds()) return true;
    await pause(50);
  }
  return false;
}
const shown = () => server.storage.botMessages.map(({ message, messageId }) => ({ id: messageId, text: String(message.text), rows: message.reply_markup?.inline_keyboard ?? [] }));
const buttons = () => shown().at(-1)?.rows.flat() ?? [];
const says = (words) => until(() => shown().some(({ text }) => text.includes(words)));
const say = (text) => client.sendMessage(client.makeMessage(text));
async function press(label) {
  const message = shown().findLast(({ rows }) => rows.flat().some(({ text }) => text === label));
  const data = message?.rows.flat().find(({ text }) => text === label)?.callback_data;
  await client.sendCallback(client.makeCallbackQuery(data, { message: { message_id: message?.id } }));
}

check('serves', await until(() => log.includes('"Serving."')));
await client.sendCommand(client.makeCommand('/start'));
check('the first contact arrives', await says('This is self-help.'));
check('with a menu', await until(() => buttons().some(({ text }) => text === 'I need help now')));
await say('how long does it take to trust again?');
check('a text gets its answer', await says('Nobody can name the day.'));
await client.sendCommand(client.makeCommand('/exercise boundary'));
check('an exercise asks', await says('What is it about?'));
await until(() => buttons().some(({ text }) => text === 'My time'));
await press('My time');
check('a press goes on', await says('What is not okay for you?'));
check('the pressed keyboard is edited to what was chosen', await until(() => shown().some(({ rows }) => rows.length === 1 && rows[0]?.length === 1 && rows[0][0]?.text === 'My time')));
await say('i want to kill myself');
check('danger is answered', await says('Nobody has been told'));
await until(() => buttons().length > 0);
await client.sendCommand(client.makeCommand('/hide'));
// One may stay: this server gives a press and the message after it the same number, and deletes the press.
check('hiding deletes what was said, one by one where that server knows no other way', await until(() => shown().length <= 2 && !shown().some(({ text }) => /trust|told/u.test(text))));
check('no token in the log', !log.includes('AAsmoke'));

bot.kill('SIGTERM');
const [code] = await once(bot, 'close');
check('it ends when asked', code === 0);
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${failures === 0 ? 'all as it should be' : `${failures} wrong\n${log}`}\n`);
process.exit(failures === 0 ? 0 : 1);
