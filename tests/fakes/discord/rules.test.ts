/** Every rule of the fake fires, and on nothing else. */
import { describe, expect, it } from 'vitest';
import { brokenBy, rules, type Sent } from './rules.ts';
import { against, wrongIn } from './specification/against.ts';
import { schemas, type Schema } from './specification/calls.ts';

const v2 = 1 << 15;
const quiet = { allowed_mentions: { parse: [] } };
const button = (custom_id: string, more: object = {}): object => ({ type: 2, style: 1, label: 'Go', custom_id, ...more });
const row = (...components: object[]): object => ({ type: 1, components });
const say = (content: string): object => ({ type: 10, content });
const sent = (kind: Sent['kind'], body: object, more: Partial<Sent> = {}): Sent => ({ kind, body: { ...(kind === 'message' || kind === 'edit' ? quiet : {}), ...body }, files: [], ...more });
const message = (body: object, more: Partial<Sent> = {}): Sent => sent('message', body, more);
const modern = (...components: object[]): Sent => message({ flags: v2, components });
const file = { name: 'a.png', size: 10 };
const select = (options: number, more: object = {}): object => row({ type: 3, custom_id: 's', options: Array.from({ length: options }, (_, index) => ({ label: 'x', value: String(index) })), ...more });
const options = (...all: object[]): Sent => sent('commands', { commands: [{ name: 'ask', description: 'Ask', options: all }] });
const option = (name: string, more: object = {}): object => ({ type: 3, name, description: 'What', ...more });
const commands = (...all: object[]): Sent => sent('commands', { commands: all });
const modal = (body: object): Sent => sent('modal', { custom_id: 'm', title: 'Write', components: [{ type: 18, label: 'Write', component: { type: 4, custom_id: 't', style: 2 } }], ...body });
const label = (id: string, more: object = {}): object => ({ type: 18, label: 'Write', component: { type: 4, custom_id: id, style: 2, ...more } });

/** What must hold -> something that breaks it and nothing else. */
const breaches: Readonly<Record<string, readonly Sent[]>> = {
  'content has at most 2,000 characters': [message({ content: 'x'.repeat(2001) })],
  'a message has content, an embed, a sticker, a component, a file or a poll': [message({}), message({ content: '', components: [] })],
  'embeds hold at most 6,000 characters together': [message({ embeds: [{ description: 'x'.repeat(4000) }, { title: 'y'.repeat(200), footer: { text: 'z'.repeat(1801) } }] })],
  'flags that may be set: SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS, IS_COMPONENTS_V2': [message({ content: 'x', flags: 1 << 5 })],
  'an edit sets no flag but SUPPRESS_EMBEDS and IS_COMPONENTS_V2': [sent('edit', { content: 'x', flags: 64 })],
  'a deferred reply may set EPHEMERAL only': [sent('defer', { flags: 64 | v2 })],
  'enforce_nonce needs a nonce': [message({ content: 'x', enforce_nonce: true })],
  'with IS_COMPONENTS_V2 there is no content, embed, sticker or poll': [message({ flags: v2, content: 'x', components: [say('y')] }), sent('edit', { content: 'x' }, { before: { flags: v2, files: new Map() } })],
  'a message has at most 40 components, those inside others counted': [modern(...Array.from({ length: 7 }, (_, at) => row(...Array.from({ length: 5 }, (__, index) => button(`${at}.${index}`)))))],
  'the text of a Components V2 message has at most 4,000 characters in all': [modern(say('x'.repeat(2000)), say('y'.repeat(2001)))],
  'a text display has at least one character that can be seen': [modern(say('  '))],
  'without IS_COMPONENTS_V2 the components are at most 5 rows': [message({ content: 'x', components: Array.from({ length: 6 }, (_, index) => row(button(String(index)))) }), message({ components: [say('x')] })],
  'a row holds up to 5 buttons or one select': [modern(row(...Array.from({ length: 6 }, (_, index) => button(String(index))))), modern(row())],
  'every custom_id in a message or modal is another one': [modern(row(button('a'), button('a'))), modal({ components: [label('t'), label('t')] })],
  'what can be pressed or filled in has a custom_id of 1-100 characters': [modern(row(button(''))), modern(row(button('x'.repeat(101)))), modern(row({ type: 2, style: 1, label: 'Go' }))],
  'a button has a label or an emoji': [modern(row(button('a', { label: '' })))],
  'a link button has a url and no custom_id': [modern(row({ type: 2, style: 5, label: 'Go' }))],
  'a select has 1-25 options, no two with one value': [modern(select(26)), modern(row({ type: 3, custom_id: 's', options: [{ label: 'x', value: '1' }, { label: 'y', value: '1' }] }))],
  'the limits of a select fit its options': [modern(select(2, { max_values: 3 }))],
  'a modal has 1-5 components': [modal({ components: [] }), modal({ components: Array.from({ length: 6 }, (_, index) => label(String(index))) })],
  'a modal has a title of 1-45 characters': [modal({ title: 'x'.repeat(46) }), modal({ title: ' ' })],
  'the shortest answer of a text field is not longer than the longest': [modal({ components: [label('t', { min_length: 5, max_length: 4 })] })],
  'there are at most 25 suggestions': [sent('suggestions', { choices: Array.from({ length: 26 }, () => ({ name: 'x', value: 'x' })) })],
  'a suggestion has a name of 1-100 characters and a value of at most 100': [sent('suggestions', { choices: [{ name: 'x'.repeat(101), value: 'x' }] })],
  'every file is named once, in attachments and in the upload alike': [message({ content: 'x' }, { files: [file] }), message({ content: 'x', attachments: [{ id: '0', filename: 'a.png' }] })],
  'attachment:// names a file that comes along or is kept': [modern({ type: 12, items: [{ media: { url: 'attachment://b.png' } }] }), sent('edit', { flags: v2, attachments: [], components: [{ type: 13, file: { url: 'attachment://a.png' } }] }, { before: { flags: v2, files: new Map([['7', 'a.png']]) } })],
  'a file component points to attachment://': [modern({ type: 13, file: { url: 'https://cdn.discordapp.com/a.png' } })],
  'ours: what was uploaded is shown as attachment://, not by the address that it got': [sent('edit', { flags: v2, components: [{ type: 12, items: [{ media: { url: 'https://cdn.discordapp.com/attachments/8/7/a.png?ex=1' } }] }] }, { before: { flags: v2, files: new Map([['7', 'a.png']]) } })],
  'a file has at most 10 MiB': [message({ content: 'x', attachments: [{ id: '0', filename: 'a.png' }] }, { files: [{ ...file, size: 10 * 1024 * 1024 + 1 }] })],
  'ours: allowed_mentions is there and empty': [{ kind: 'message', body: { content: 'x' }, files: [] }, message({ content: 'x', allowed_mentions: { parse: ['everyone'] } })],
  'ours: no control character, half a surrogate pair or sign that turns the line round': [message({ content: 'a\u0000b' }), message({ content: 'a\u202Eb' }), message({ content: 'a\uD800b' })],
  'at most 100 slash, 15 user and 15 message commands': [commands(...Array.from({ length: 101 }, (_, index) => ({ name: `c${index}`, description: 'x' }))), commands(...Array.from({ length: 16 }, (_, index) => ({ type: 3, name: `C ${index}` })))],
  'no two commands of a kind, or options of a command, have one name': [commands({ name: 'a', description: 'x' }, { name: 'a', description: 'x' }), options(option('a'), option('a'))],
  'a command name is 1-32 small letters, digits, - or _': [commands({ name: 'Ask', description: 'x' }), commands({ name: 'a b', description: 'x' }), options(option('x'.repeat(33))), commands({ name: 'a', description: 'x', name_localizations: { de: 'FRAGE' } })],
  'a slash command and its options have a description of 1-100 characters': [commands({ name: 'a' }), options(option('a', { description: 'x'.repeat(101) })), options(option('a', { description_localizations: { de: 'x'.repeat(101) } }))],
  'a user or message command has no description and no options': [commands({ type: 3, name: 'What can I say?', description: 'x' })],
  'required options stand before the others': [options(option('a'), option('b', { required: true }))],
  'a command or subcommand has at most 25 options': [options(...Array.from({ length: 26 }, (_, index) => option(`o${index}`)))],
  'subcommands do not stand beside other options, and are at most two deep': [options({ type: 1, name: 's', description: 'x' }, option('a')), options({ type: 1, name: 's', description: 'x', options: [{ type: 1, name: 't', description: 'x' }] })],
  'an option with autocomplete has no fixed choices': [options(option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] }))],
  'a command has at most 8,000 characters of names, descriptions and values': [options(...Array.from({ length: 4 }, (_, at) => option(`o${at}`, { choices: Array.from({ length: 25 }, (__, index) => ({ name: `${index}`.padEnd(50, 'x'), value: `${index}`.padEnd(50, 'y') })) })))],
  'dm_permission is gone: contexts says where a command is': [commands({ name: 'a', description: 'x', dm_permission: true })],
};

describe('the rules that Discord\'s file does not hold', () => {
  it.each(rules.map((rule) => [rule.says, rule] as const))('%s', (says, rule) => {
    expect(breaches[says]?.length ?? 0).toBeGreaterThan(0);
    for (const breach of breaches[says] ?? []) expect(brokenBy(breach).map((each) => each.says)).toEqual([says]);
    expect(rule.source).toMatch(/^https:\/\/docs\.discord\.com\/developers\/\S+/u);
  });

  it.each([
    ['a plain message', message({ content: 'x', components: [row(button('a'), { type: 2, style: 5, label: 'Read', url: 'https://example.org' })] })],
    ['a message of components with a picture', message({ flags: v2 | 64, attachments: [{ id: '0', filename: 'a.png' }], components: [say('x'.repeat(4000)), { type: 12, items: [{ media: { url: 'attachment://a.png' } }] }, select(25)] }, { files: [file] })],
    ['an edit that keeps its file', sent('edit', { flags: v2, attachments: [{ id: '7' }], components: [{ type: 13, file: { url: 'attachment://a.png' } }] }, { before: { flags: v2 | 64, files: new Map([['7', 'a.png']]) } })],
    ['an edit of a private reply that repeats its flags', sent('edit', { flags: v2 | 64, components: [say('x')] }, { before: { flags: 64, files: new Map() } })],
    ['a modal', modal({})],
    ['a list of commands', commands({ name: 'weekly', description: 'Weekly', options: [{ type: 1, name: 'schedule', description: 'x', options: [option('day', { required: true }), option('role')] }] }, { type: 3, name: 'What can I say?' })],
  ])('%s breaks none', (_, good) => {
    expect(brokenBy(good).map((each) => each.says)).toEqual([]);
  });
});

describe('Discord\'s own file', () => {
  /** Schema -> a good body, and a bad one. */
  const examples: Readonly<Record<Schema, readonly [object, object]>> = {
    ApplicationCommandAutocompleteCallbackRequest: [{ type: 8, data: { choices: [{ name: 'x', value: 'x' }] } }, { type: 8, data: { options: [] } }],
    ApplicationCommandUpdateRequest: [{ name: 'ask', description: 'Ask', default_member_permissions: '32' }, { name: 'ask', description: 'Ask', contexts: [7] }],
    ApplicationFormPartial: [{ description: { default: 'x' } }, { interactions_endpoint: 'x' }],
    CreateMessageInteractionCallbackRequest: [{ type: 5, data: { flags: 64 } }, { type: 5, data: { ephemeral: true } }],
    CreatePrivateChannelRequest: [{ recipient_id: '1' }, { recipient_id: 'ann' }],
    CreateTextThreadWithMessageRequest: [{ name: 'x' }, { name: 'x'.repeat(101) }],
    CreateTextThreadWithoutMessageRequest: [{ name: 'x', type: 12 }, { name: 'x', typ: 12 }],
    IncomingWebhookRequestPartial: [{ content: 'x', flags: '64' }, { content: 'x', enforce_nonce: true }],
    IncomingWebhookUpdateRequestPartial: [{ components: [say('x')] }, { components: [{ type: 10, text: 'x' }] }],
    MessageCreateRequest: [{ content: 'x', nonce: '123', enforce_nonce: true }, { content: 'x', nonce: 'x'.repeat(26) }],
    MessageEditRequestPartial: [{ content: 'x' }, { content: 'x', nonce: '1' }],
    ModalInteractionCallbackRequest: [{ type: 9, data: { custom_id: 'm', title: 'x', components: [label('t')] } }, { type: 9, data: { custom_id: 'm', title: 'x', components: [say('')] } }],
    UpdateMessageInteractionCallbackRequest: [{ type: 6 }, { type: 7, data: { nonce: '1' } }],
  };

  it.each(schemas)('%s takes a good body and refuses a misspelt one', (schema) => {
    const [good, bad] = examples[schema];
    expect(wrongIn(schema, good)).toEqual([]);
    expect(wrongIn(schema, bad)).toHaveLength(1);
  });

  it('names the place of a mistake deep inside', () => {
    expect(wrongIn('MessageCreateRequest', { components: [row(button('a', { lable: 'x' }))] })).toEqual([expect.stringContaining('/components/0/components/0')]);
  });

  it.each([
    ['POST', '/channels/1/message', { content: 'x' }, ['not a call that the adapter should make']],
    ['GET', '/channels/1/messages', {}, []],
    ['POST', '/interactions/1/t/callback', { type: 77 }, [expect.stringContaining('/type')]],
  ])('%s %s is looked up by where it goes', (method, path, body, expected) => {
    expect(against(method, path, body, Object.keys(body).length > 0)).toEqual(expected);
  });
});
