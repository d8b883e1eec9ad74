import { expect, it } from 'vitest';
import type { CommandEvent, Event } from '../../src/conversation/event.ts';
import { textToRead } from '../../src/runtime/text-to-read.ts';

const by = { id: 'e', at: 0, person: 'terminal:me', here: { kind: 'terminal', id: 'me' }, locale: 'en' } as const;
const command = (name: string, options: CommandEvent['options']): Event => ({ ...by, kind: 'command', name, options });

it.each<[string, Event, string | null]>([
  ['a message', { ...by, kind: 'text', text: 'hello', via: 'message' }, 'hello'],
  ['the question of a command', command('ask', { question: 'why' }), 'why'],
  ['a question typed after a command', command('ask', { text: 'why' }), 'why'],
  ['a sentence in an option of any command', command('support', { text: 'i want to die' }), 'i want to die'],
])('%s is read', (_, event, text) => expect(textToRead(event)).toBe(text));

it.each<[string, Event]>([
  ['a press', { ...by, kind: 'press', press: { kind: 'form', of: 1 }, ref: 'r', public: false }],
  ['an empty message', { ...by, kind: 'text', text: ' \n', via: 'message' }],
  ['a country and a kind', command('support', { text: 'IE abuse' })],
  ['a timer', { id: 'due', at: 0, kind: 'due', subject: 'terminal:me', name: 'check-in', due: 0 }],
])('%s is not read', (_, event) => expect(textToRead(event)).toBeNull());
