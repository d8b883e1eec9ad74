/**
 * Words that nobody means well with, in every field that Telegram has for words: messages, captions, edits, the steps of exercises and settings,
 * commands, links, presses, names and languages. What goes out is checked by the server's rules; every message of a person must be answered.
 */
import { hostileLines } from '../../process/hostile-lines.ts';
import type { World } from './world.ts';

export interface Hostile {
  readonly inputs: number;
  /** Messages of people that were met with silence. */
  readonly silent: readonly string[];
  /** Calls against the documentation: Telegram would have refused them. */
  readonly wrong: readonly string[];
  /** Updates that could not be read, messages that were refused. */
  readonly notices: readonly string[];
  /** ms from an input to its first answer, where it has one: eight people write at once; the server and its checks included. */
  readonly times: readonly number[];
  /** ms of the processor for one input, shared by the eight. */
  readonly cpu: readonly number[];
}

/** Not in the lines of the terminal: they are bytes, and have no lone surrogates. */
const more = ['\uD800', 'a\uDC00b', '\uDBFF', '*_[]()~`>#+-=|{}.!', '<b>bold</b><a href="https://evil.example">x</a>&amp;', '[x](tg://user?id=1)', '@MendBot /start', '/start@MendBot', '/weekly', 'https://t.me/x?start=y',
  '*'.repeat(4096), '`'.repeat(4097), '\u202Eevil\u2066', `z${'\u0301'.repeat(4000)}`, '\u200B'.repeat(4096), '\uFFFD'.repeat(4096), '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'.repeat(300), 'a\r\nb\u2028c\u2029d\u0085e', '\uD83D'.repeat(4096)];

/** So many people write at the same time; so often each of them writes before others take their place. */
const people = 8;
const eachPerson = 48;

export function hostileWords(count: number, seed: number): readonly string[] {
  return [...more, ...hostileLines(count, seed).toString('utf8').split('\n')].slice(0, count);
}

/** `first`: the number of the first input, so that lots go on where the last one ended. */
export async function hostile(world: World, lines: readonly string[], first = 0): Promise<Hostile> {
  const { fake } = world;
  const times: number[] = [];
  const cpu: number[] = [];
  const silent: string[] = [];
  const notices = world.notices.length;
  for (let from = 0; from < lines.length; from += people) {
    const round = Math.floor((first + from) / people);
    const way = ways[round % ways.length];
    if (!way) continue;
    const inputs = lines.slice(from, from + people).map((words, index) => {
      const id = 1000 + Math.floor(round / eachPerson) * people + index;
      return { id, words, chat: String(way.group === true ? -id : id) };
    });
    for (const before of way.before ?? []) {
      for (const { id } of inputs) fake.add(message(id, { text: before }));
      await world.settled();
    }
    const shown = inputs.map(({ chat }) => fake.chats.sent(chat).length);
    const calls = fake.calls.length;
    const used = process.cpuUsage();
    const started = Date.now();
    for (const { id, words } of inputs) fake.add(way.update(id, words));
    await world.settled();
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000 / inputs.length);
    for (const [index, { chat, words }] of inputs.entries()) {
      const answered = fake.calls.slice(calls).find(({ method, payload }) => method.startsWith('send') && method !== 'sendChatAction' && payload['chat_id'] === chat);
      if (answered) times.push(answered.at - started);
      if (way.answers && fake.chats.sent(chat).length === shown[index] && !way.quiet?.(words)) silent.push(`${way.name}: ${JSON.stringify(words.slice(0, 60))}`);
    }
  }
  return { inputs: lines.length, silent, wrong: fake.wrong, notices: world.notices.slice(notices), times, cpu };
}

interface Way {
  readonly name: string;
  /** Said before, so that the words arrive at the step that takes them. */
  readonly before?: readonly string[];
  readonly group?: true;
  readonly update: (id: number, words: string) => object;
  /** A person wrote it, so silence is wrong. */
  readonly answers: boolean;
  /** Words that are not answered with good reason. */
  readonly quiet?: (words: string) => boolean;
}

interface Who { readonly name?: string; readonly language?: string }

function about(id: number, { name = 'A', language = 'en' }: Who = {}): { readonly from: object; readonly chat: object } {
  return { from: { id, is_bot: false, first_name: name, last_name: name, username: name, language_code: language }, chat: { id, type: 'private', first_name: name, username: name } };
}

let messageId = 10;
function message(id: number, content: object, who: Who = {}): object {
  return { message: { message_id: (messageId += 1), date: 1, ...about(id, who), ...content } };
}

/** A command for another bot is not for this one. */
const forAnother = (words: string): boolean => /^\/\w{1,32}@(?!MendBot\b)/iu.test(words);

const ways: readonly Way[] = [
  { name: 'text', update: (id, words) => message(id, { text: words }), answers: true, quiet: forAnother },
  { name: 'caption', update: (id, words) => message(id, { caption: words, photo: [{}] }), answers: true, quiet: forAnother },
  { name: 'edit', update: (id, words) => ({ edited_message: { message_id: 5, date: 1, edit_date: 2, ...about(id), text: words } }), answers: false },
  { name: 'entry of an exercise', before: ['/start exercise_boundary', '1'], update: (id, words) => message(id, { text: words }), answers: true, quiet: forAnother },
  { name: 'promise', before: ['/start exercise_promise', 'next'], update: (id, words) => message(id, { text: words }), answers: true, quiet: forAnother },
  { name: 'a word to hide', before: ['/settings', 'word to hide'], update: (id, words) => message(id, { text: words }), answers: true, quiet: forAnother },
  { name: 'country', before: ['/support', 'another'], update: (id, words) => message(id, { text: words }), answers: true, quiet: forAnother },
  { name: 'command', update: (id, words) => message(id, { text: `/ask ${words}` }), answers: true },
  { name: 'link', update: (id, words) => message(id, { text: `/start ${words}` }), answers: true },
  { name: 'press', update: (id, words) => ({ callback_query: { id: 'q', chat_instance: '1', data: words, ...about(id), message: { message_id: 5, date: 0, chat: about(id).chat } } }), answers: false },
  { name: 'names and language', update: (id, words) => message(id, { text: 'how do i set a boundary' }, { name: words, language: words }), answers: true },
  { name: 'group', group: true, update: (id, words) => ({ message: { message_id: 9, date: 1, from: { id, is_bot: false, first_name: words }, chat: { id: -id, type: 'supergroup', title: words }, text: `/weekly ${words}` } }), answers: false },
];
