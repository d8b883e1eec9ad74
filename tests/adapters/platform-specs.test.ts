/** The platforms' machine-readable specifications: Discord's is in `tests/fakes/discord/specification`, Telegram's is looked for beside the project. */
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandsFrom } from '../../src/adapters/discord/commands.ts';
import { wordsFrom } from '../../src/adapters/discord/words.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { render as renderDiscord } from '../../src/adapters/discord/render.ts';
import { modal, opening } from '../../src/adapters/discord/respond.ts';
import { render as renderTelegram } from '../../src/adapters/telegram/render.ts';
import { wrongIn } from '../fakes/discord/specification/against.ts';
import { parameters } from '../fakes/telegram/rules.ts';
import { hostileText, messagesOf } from './messages.ts';

const specs = new URL('../../../shared/specs/', import.meta.url);
const telegramFile = new URL('telegram-api.json', specs);
const read = (file: URL): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('Discord\'s OpenAPI file', () => {
  it('takes every body that we send, and no misspelt one', () => {
    fc.assert(fc.property(messagesOf(hostileText), (messages) => {
      const { body } = renderDiscord(messages, new Map([[4, new Uint8Array([1])]]));
      expect(wrongIn('IncomingWebhookUpdateRequestPartial', body)).toEqual([]);
      expect(wrongIn('MessageCreateRequest', { ...body, nonce: 'n', enforce_nonce: true })).toEqual([]);
    }), { numRuns: 30 });
    expect(wrongIn('MessageCreateRequest', { content: 'x', enforce_nonse: true })).not.toEqual([]);
  });

  it('takes every first response and every command', () => {
    expect(wrongIn('ModalInteractionCallbackRequest', modal({ kind: 'form', of: 3, title: 'x'.repeat(90), max: 300 }))).toEqual([]);
    expect(wrongIn('CreateMessageInteractionCallbackRequest', opening('private'))).toEqual([]);
    expect(wrongIn('CreateMessageInteractionCallbackRequest', opening('reply'))).toEqual([]);
    expect(wrongIn('UpdateMessageInteractionCallbackRequest', opening('update'))).toEqual([]);
    for (const each of commandsFrom(wordsFrom(projectLibrary()))) expect(wrongIn('ApplicationCommandUpdateRequest', each)).toEqual([]);
  });
});

interface Method { readonly fields?: readonly { readonly name: string; readonly required: boolean }[] }

describe.skipIf(!existsSync(telegramFile))('the Bot API file (skipped where ../shared/specs is not there)', () => {
  const { methods = {} } = (existsSync(telegramFile) ? read(telegramFile) : {}) as { readonly methods?: Readonly<Record<string, Method>> };

  it.each(Object.entries(parameters))('%s has the parameters that we use, and we give all that it requires', (method, used) => {
    const fields = methods[method]?.fields ?? [];
    expect(Object.keys(methods)).toContain(method);
    for (const name of used) expect(fields.map((field) => field.name)).toContain(name.replace('!', ''));
    for (const field of fields) if (field.required) expect(used).toContain(`${field.name}!`);
  });

  it('every rendered message is sent by a method that it knows', () => {
    fc.assert(fc.property(messagesOf(fc.constant('x')), (messages) => {
      for (const call of messages.flatMap((message) => renderTelegram(message, null))) expect(Object.keys(methods)).toContain(call.method);
    }), { numRuns: 1 });
  });
});
