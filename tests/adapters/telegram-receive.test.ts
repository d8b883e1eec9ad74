import { describe, expect, it } from 'vitest';
import { receive, type Circumstances } from '../../src/adapters/telegram/receive.ts';
import { inert } from '../../src/adapters/telegram/render.ts';

const here: Circumstances = { bot: { id: 42, name: 'MendBot' }, at: 5, moderator: false };
const from = { id: 7, is_bot: false, first_name: 'Ann', language_code: 'pt-br' };
const chat = { id: 7, type: 'private', first_name: 'Ann' };
const group = { id: -100, type: 'supergroup', title: 'G' };

function event(update: object, more: Partial<Circumstances> = {}): unknown {
  return receive({ update_id: 9, ...update }, { ...here, ...more });
}
const message = (content: object, where: object = chat): object => ({ message: { message_id: 3, date: 1, from, chat: where, ...content } });

describe('a Telegram update as an event', () => {
  it('a private text carries person, route, language and its own message', () => {
    expect(event(message({ text: 'hello' }))).toEqual({
      id: 'telegram:42:9', at: 5, person: 'telegram:7', here: { kind: 'telegram', id: '7' }, locale: 'pt-br', ref: '3', kind: 'text', text: 'hello', via: 'message',
    });
  });

  it('the same update is the same event id', () => {
    expect(event(message({ text: 'a' }))).toMatchObject({ id: 'telegram:42:9' });
    expect(event(message({ text: 'a' }))).toEqual(event(message({ text: 'a' })));
  });

  it.each([
    ['an edited message passes as an edit', { edited_message: { message_id: 3, date: 1, edit_date: 2, from, chat, text: 'x' } }, { kind: 'text', via: 'edit', text: 'x' }],
    ['a caption is text', message({ photo: [], caption: 'look' }), { kind: 'text', via: 'caption', text: 'look' }],
    ['a picture without a caption is unreadable', message({ photo: [] }), { kind: 'unreadable', what: 'picture' }],
    ['a voice message is unreadable', message({ voice: {} }), { kind: 'unreadable', what: 'voice' }],
    ['a sticker is unreadable', message({ sticker: {} }), { kind: 'unreadable', what: 'sticker' }],
    ['a command loses its slash', message({ text: '/start join_1' }), { kind: 'command', name: 'start', options: { text: 'join_1' } }],
    ['the link under a group\'s weekly message is a press of its slot', message({ text: '/start join_2026-11-22_1001234' }), { kind: 'press', press: { kind: 'join', slot: 'telegram-place:-1001234/2026-11-22' }, ref: '3', public: false, typed: true }],
    ['a link that only begins like it is a command', message({ text: '/start join_2026-11-22_-7' }), { kind: 'command', name: 'start' }],
    ['a command without more has no options', message({ text: '/Help@mendbot' }), { kind: 'command', name: 'help', options: {} }],
    ['a path is not a command', message({ text: '/etc/passwd' }), { kind: 'text', text: '/etc/passwd' }],
  ])('%s', (_, update, expected) => {
    expect(event(update)).toMatchObject(expected);
  });

  it('a press in the private chat carries the pressed message', () => {
    const update = { callback_query: { id: 'q', from, chat_instance: '1', data: 'c|42|back', message: { message_id: 8, date: 1, chat } } };
    expect(event(update)).toMatchObject({ kind: 'press', press: { kind: 'choose', of: 42, choice: 'back' }, ref: '8', public: false });
  });

  it.each([
    ['a private message that does not say who wrote it is from the person of the chat', { message: { message_id: 3, date: 1, chat, text: 'hello' } }, { person: 'telegram:7', text: 'hello' }],
    ['a chat that does not say what it is, is private where its id is a person\'s', message({ text: 'hello' }, { id: 7 }), { person: 'telegram:7', text: 'hello', here: { id: '7' } }],
    ['a command for another bot is heard in private, where nobody else is', message({ text: '/help@OtherBot' }), { kind: 'command', name: 'help' }],
    ['a press on a message that is not there any more is answered in private', { callback_query: { id: 'q', from, chat_instance: '1', data: 'c|42|back' } }, { kind: 'press', press: { kind: 'choose', of: 42 }, here: { id: '7' }, public: false }],
  ])('%s', (_, update, expected) => {
    expect(event(update)).toMatchObject(expected);
  });

  it.each(['__proto__', 'constructor', '', 'x', 5, null])('a language %j that is none is English', (code) => {
    expect(event({ message: { message_id: 3, date: 1, chat, from: { ...from, language_code: code }, text: 'hello' } })).toMatchObject({ locale: 'en' });
  });

  it('a damaged press is reported as forged', () => {
    expect(event({ callback_query: { id: 'q', from, chat_instance: '1', data: 'c|1|a|b|c', message: { message_id: 8, date: 1, chat } } })).toMatchObject({ kind: 'unreadable', what: 'forged' });
  });

  it.each([
    ['the button that shows what was chosen', { callback_query: { id: 'q', from, chat_instance: '1', data: inert, message: { message_id: 8, date: 1, chat } } }],
    ['words between people in a group', message({ text: 'hi all' }, group)],
    ['another command in a group', message({ text: '/ask@MendBot why' }, group)],
    ['a command for another bot', message({ text: '/weekly@OtherBot' }, group)],
    ['a press under a message that went by way of another bot', { callback_query: { id: 'q', from, chat_instance: '1', data: 'c|42|back', inline_message_id: 'i' } }],
    ['a press that runs a group, from nowhere', { callback_query: { id: 'q', from, chat_instance: '1', data: 'w|telegram:7|42|yes' } }],
    ['another bot', { message: { message_id: 3, date: 1, chat, text: 'x', from: { ...from, is_bot: true } } }],
    ['a pinned message', message({ pinned_message: {} })],
    ['an update of a kind unknown today', { something_new: {} }],
  ])('%s means nothing to the conversation', (_, update) => {
    expect(event(update)).toBeNull();
  });

  it('/weekly in a group carries the group and whether the sender moderates it', () => {
    expect(event(message({ text: '/weekly status' }, group), { moderator: true })).toMatchObject({
      kind: 'command', name: 'weekly', options: { text: 'status' }, place: 'telegram-place:-100', moderator: true, here: { kind: 'telegram', id: '-100' },
    });
  });

  it.each([
    ['blocking the bot', { my_chat_member: { chat, from, date: 1, old_chat_member: {}, new_chat_member: { status: 'kicked' } } }, { subject: 'telegram:7', what: 'blocked' }],
    ['removing it from a group', { my_chat_member: { chat: group, from, date: 1, old_chat_member: {}, new_chat_member: { status: 'left' } } }, { subject: 'telegram-place:-100', what: 'gone' }],
    ['silencing it in a group', { my_chat_member: { chat: group, from, date: 1, old_chat_member: {}, new_chat_member: { status: 'restricted', can_send_messages: false } } }, { subject: 'telegram-place:-100', what: 'no-permission' }],
    ['a group that became a supergroup', message({ migrate_to_chat_id: -1009 }, { id: -5, type: 'group', title: 'G' }), { subject: 'telegram-place:-5', what: 'moved', to: '-1009' }],
  ])('%s is trouble', (_, update, expected) => {
    expect(event(update)).toMatchObject({ kind: 'trouble', ...expected });
  });
});
