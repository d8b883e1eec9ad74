import { describe, expect, it } from 'vitest';
import { readConfig, type Environment } from '../src/config.ts';

const files: Readonly<Record<string, string>> = { '/run/secrets/telegram': '123456:ABC-DEF1234\n', '/run/secrets/empty': '\n' };

function readFile(path: string): string {
  const content = files[path];
  if (content === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  return content;
}
function configOf(env: Environment) {
  const result = readConfig(env, readFile);
  if ('problems' in result) throw new Error(result.problems.join('\n'));
  return result.config;
}
function problemsOf(env: Environment): readonly string[] {
  const result = readConfig(env, readFile);
  return 'problems' in result ? result.problems : [];
}

describe('settings', () => {
  it('need nothing to talk at the terminal', () => {
    expect(configOf({ HOME: '/root' })).toMatchInlineSnapshot(`
      {
        "contact": null,
        "cover": "houseplants",
        "db": "data/mend.db",
        "discord": null,
        "httpPort": null,
        "keyFile": "data/mend.db.key",
        "keysMirror": null,
        "log": null,
        "name": "Mend",
        "telegram": null,
      }
    `);
  });

  it.each(['http://127.0.0.1:3000/api', 'http://127.0.0.1:3000/api/', 'http://127.0.0.1:3000/api/v10'])('take the root of Discord\'s API with and without its version: %s', (root) => {
    expect(configOf({ DISCORD_BOT_TOKEN: 'a.b.c', DISCORD_API_ROOT: root, MEND_CONTACT: 'Ana' }).discord?.apiRoot).toBe('http://127.0.0.1:3000/api');
  });

  it('keep the key beside the database unless told otherwise', () => {
    expect(configOf({ MEND_DB: '/srv/a.db' }).keyFile).toBe('/srv/a.db.key');
    expect(configOf({ MEND_DB: 'a.db' }).keyFile).toBe('a.db.key');
    expect(configOf({ MEND_DB: 'a.db', MEND_KEY_FILE: '/keys/a' }).keyFile).toBe('/keys/a');
  });

  it('cannot be changed after the start', () => {
    const config = configOf({ TELEGRAM_BOT_TOKEN: '1:a', MEND_CONTACT: 'Ana' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.telegram)).toBe(true);
  });

  it('read secrets from files', () => {
    const config = configOf({ TELEGRAM_BOT_TOKEN_FILE: '/run/secrets/telegram', MEND_CONTACT: 'Ana' });
    expect(config.telegram?.token).toBe('123456:ABC-DEF1234');
  });

  it('accept any token for a local Bot API server', () => {
    const config = configOf({ TELEGRAM_BOT_TOKEN: 'TEST', TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/', MEND_CONTACT: 'Ana' });
    expect(config.telegram).toEqual({ token: 'TEST', apiRoot: 'http://127.0.0.1:8081', webhook: null });
  });

  it('count an empty value as not set', () => {
    expect(configOf({ TELEGRAM_BOT_TOKEN: '', DISCORD_BOT_TOKEN: ' ' })).toMatchObject({ telegram: null, discord: null });
  });

  it('report every problem at once, with name, expectation and example', () => {
    const problems = problemsOf({
      MEND_HTTP_PORT: '99999',
      MEND_LOG: 'loud',
      TELEGRAM_BOT_TOKEN: 'not a token',
      TELEGRAM_API_ROOT: 'localhost',
      TELEGRAM_WEBHOOK_SECRET: 'with space',
      DISCORD_BOT_TOKEN: 'Bot abc',
      DISCORD_BOT_TOKEN_FILE: '/nowhere',
    });
    expect(problems.join('\n')).toMatchInlineSnapshot(`
      "TELEGRAM_API_ROOT is not an address. Expected one that begins with http:// or https://. Example: TELEGRAM_API_ROOT=http://127.0.0.1:8081
      TELEGRAM_BOT_TOKEN does not look like a token. Expected what @BotFather gives: digits, a colon, then letters. Example: TELEGRAM_BOT_TOKEN=123456:ABC-DEF1234
      TELEGRAM_WEBHOOK_SECRET holds a character that Telegram does not allow. Expected 1 to 256 of A-Z, a-z, 0-9, _ and -. Example: TELEGRAM_WEBHOOK_SECRET=a-long-random-word
      DISCORD_BOT_TOKEN and DISCORD_BOT_TOKEN_FILE are both set. Expected one of them. Example: DISCORD_BOT_TOKEN_FILE=/run/secrets/discord_bot_token
      DISCORD_BOT_TOKEN_FILE names /nowhere, which cannot be read (ENOENT). Expected a readable file. Example: DISCORD_BOT_TOKEN_FILE=/run/secrets/discord_bot_token
      MEND_CONTACT is missing. It tells people who runs this bot and how to reach them; it is needed with a token. Example: MEND_CONTACT="Ana Ruiz, ana@example.org"
      MEND_LOG is "loud". Expected one of trace, debug, info, warn, error, silent. Example: MEND_LOG=info
      MEND_HTTP_PORT is "99999". Expected a port number from 1 to 65535. Example: MEND_HTTP_PORT=9464"
    `);
  });

  it('never repeat the value of a secret', () => {
    const problems = problemsOf({ TELEGRAM_BOT_TOKEN: 'hush hush', TELEGRAM_WEBHOOK_SECRET: 'quiet!', DISCORD_BOT_TOKEN: 'silence please' }).join('\n');
    expect(problems).not.toMatch(/hush|quiet|silence/);
  });

  it('need the secret word of a webhook', () => {
    expect(problemsOf({ TELEGRAM_BOT_TOKEN: '1:a', MEND_CONTACT: 'Ana', TELEGRAM_WEBHOOK_URL: 'https://bot.example.org' })).toMatchInlineSnapshot(`
      [
        "TELEGRAM_WEBHOOK_SECRET is missing. Without it anybody could send messages in the name of Telegram; it is needed with TELEGRAM_WEBHOOK_URL. Example: TELEGRAM_WEBHOOK_SECRET=a-long-random-word",
      ]
    `);
  });

  it('name the nearest setting when a name is misspelt, and leave the names of other programs alone', () => {
    expect(problemsOf({ MEND_DBB: 'x', MEND_COLOUR: 'x', TELEGRAM_BOT_TOKE: 'x', DISCORD_WEBHOOK: 'x', MENDELEY: 'x' })).toMatchInlineSnapshot(`
      [
        "MEND_COLOUR is not a setting. The settings are MEND_DB, MEND_KEY_FILE, MEND_KEYS_MIRROR, MEND_CONTACT, MEND_NAME, MEND_COVER, MEND_HTTP_PORT, MEND_LOG.",
        "MEND_DBB is not a setting. Did you mean MEND_DB?",
        "TELEGRAM_BOT_TOKE is not a setting. Did you mean TELEGRAM_BOT_TOKEN?",
      ]
    `);
  });

  it('say so when a secret file is empty', () => {
    expect(problemsOf({ TELEGRAM_BOT_TOKEN_FILE: '/run/secrets/empty' })[0]).toContain('which is empty');
  });
});
