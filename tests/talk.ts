/**
 * A conversation without platform and disk: the pure step, fed with events, its documents passed through JSON after every
 * turn as a restart would. Time moves only when told to; timers come due as it does.
 */
import { converse } from '../src/conversation/step.ts';
import { upgradePerson } from '../src/conversation/upgrade.ts';
import type { Effect, Found, PersonalRecord } from '../src/conversation/effect.ts';
import type { Event, PersonId, TimerName } from '../src/conversation/event.ts';
import type { Library, Operator } from '../src/conversation/knowledge.ts';
import type { Message } from '../src/conversation/message.ts';
import type { Choice, Press } from '../src/conversation/press.ts';
import type { Reading, Understand } from '../src/conversation/reading.ts';
import type { State } from '../src/conversation/state.ts';
import { textToRead } from '../src/runtime/text-to-read.ts';

export const operator: Operator = { name: 'Mend', contact: 'Ada at the community desk', cover: 'houseplants' };

export interface TalkOptions { readonly library: Library; readonly understand: Understand; readonly at?: number; readonly locale?: string; readonly operator?: Operator; /** Where the person stands at first. */ readonly state?: State }

export interface Reply { readonly text: string; readonly buttons: readonly string[]; readonly messages: readonly Message[]; readonly effects: readonly Effect[] }

export interface Talk {
  say(text: string, via?: 'message' | 'caption' | 'edit' | 'form'): Reply;
  /** Presses the newest button whose label begins so. Throws when there is none. */
  press(label: string): Reply;
  /** Presses with a press as data, however old. */
  pressed(press: Press): Reply;
  command(name: string, options?: Readonly<Record<string, string>>): Reply;
  unreadable(what: 'sticker' | 'voice' | 'picture'): Reply;
  trouble(what: 'blocked' | 'dm-closed' | 'gone' | 'maybe-missing'): Reply;
  /** Lets time pass; what comes due meanwhile is answered in order, and returned. */
  later(ms: number): Reply;
  /** Uses other content from now on, as after an update. */
  use(library: Library): void;
  /** Reads the next text so, whatever stands in it. */
  readNext(reading: Reading): void;
  readonly state: State | null;
  readonly stored: string | null;
  readonly records: readonly PersonalRecord[];
  readonly timers: ReadonlyMap<TimerName, number>;
  readonly at: number;
}

const person: PersonId = 'terminal:me';
const here = { kind: 'terminal', id: 'me' } as const;

export function startTalk(options: TalkOptions): Talk {
  let library = options.library;
  let at = options.at ?? Date.UTC(2026, 2, 2, 20, 0);
  let document: string | null = options.state ? JSON.stringify(options.state) : null;
  let records: PersonalRecord[] = [];
  let pieces: { text: string; at: number }[] = [];
  let buttons: readonly Choice[] = [];
  let next: Reading | null = null;
  let count = 0;
  const timers = new Map<TimerName, number>();

  function turn(event: Event): Reply {
    const words = textToRead(event);
    const reading = words === null ? null : (next ?? options.understand(words, pieces.filter((piece) => at - piece.at < 120_000).map((piece) => piece.text).slice(-5)));
    if (words !== null) { pieces = [...pieces, { text: words, at }].slice(-5); next = null; }
    const decide = converse({ event, reading, library, operator: options.operator ?? operator });
    const before = { person: document === null ? null : upgradePerson(JSON.parse(document)), place: null };
    const found: Found = { records: decide.needs(before).some((need) => need.kind === 'records') ? records.toSorted((a, b) => a.at - b.at) : [], slot: null, results: [], audit: [] };
    const { after, effects } = decide.step(before, found);
    document = after.person === null ? null : JSON.stringify(after.person);
    for (const effect of effects) carryOut(effect);
    const messages = effects.flatMap((effect) => (effect.kind === 'say' ? effect.messages : []));
    buttons = [...buttons, ...messages.flatMap(choicesOf)];
    return { text: messages.map((message) => message.text).join('\n\n'), buttons: messages.flatMap(choicesOf).map((choice) => choice.label), messages, effects };
  }

  function carryOut(effect: Effect): void {
    if (effect.kind === 'keep') records = [...records.filter((record) => record.id !== effect.record.id), effect.record];
    if (effect.kind === 'discard') records = records.filter((record) => record.id !== effect.record);
    if (effect.kind === 'remind') timers.set(effect.name, effect.at);
    if (effect.kind === 'cancel' && effect.name === 'all') timers.clear();
    else if (effect.kind === 'cancel') timers.delete(effect.name as TimerName);
    if (effect.kind === 'forget') { records = []; timers.clear(); }
  }

  const base = () => ({ id: `terminal:${(count += 1)}`, at: (at += 1000), person, here, locale: options.locale ?? 'en' });
  const pressed = (press: Press): Reply => turn({ ...base(), kind: 'press', press, ref: 'm1', public: false });
  return {
    say: (text, via = 'message') => turn({ ...base(), kind: 'text', text, via }),
    press(label) {
      const button = buttons.findLast((each) => each.label.toLowerCase().startsWith(label.toLowerCase()));
      if (!button) throw new Error(`no button begins with "${label}"; there are: ${buttons.map((each) => each.label).join(' | ')}`);
      return pressed(button.press);
    },
    pressed,
    command: (name, commandOptions = {}) => turn({ ...base(), kind: 'command', name, options: commandOptions }),
    unreadable: (what) => turn({ ...base(), kind: 'unreadable', what }),
    trouble: (what) => turn({ id: `trouble:${(count += 1)}`, at: (at += 1000), kind: 'trouble', subject: person, what }),
    later(ms) {
      const until = at + ms;
      const replies: Reply[] = [];
      for (;;) {
        const due = [...timers].filter(([, when]) => when <= until).toSorted((a, b) => a[1] - b[1])[0];
        if (!due) break;
        timers.delete(due[0]);
        at = Math.max(at, due[1]);
        replies.push(turn({ id: `due:${due[0]}:${due[1]}`, at, kind: 'due', subject: person, name: due[0], due: due[1] }));
      }
      at = until;
      return { text: replies.map((reply) => reply.text).join('\n\n'), buttons: replies.flatMap((reply) => reply.buttons), messages: replies.flatMap((reply) => reply.messages), effects: replies.flatMap((reply) => reply.effects) };
    },
    use(other) { library = other; },
    readNext(reading) { next = reading; },
    get state() { return document === null ? null : upgradePerson(JSON.parse(document)); },
    get stored() { return document; },
    get records() { return records; },
    get timers() { return timers; },
    get at() { return at; },
  };
}

/** Every button of a message, the values of a scale included. */
export function choicesOf(message: Message): readonly Choice[] {
  const own = message.choices ?? [];
  if (message.kind === 'pick') return [...message.options.map((option) => ({ label: option.label, press: { kind: 'choose', of: message.of, choice: option.id } as const })), ...own];
  if (message.kind !== 'scale') return own;
  const values = Array.from({ length: message.to - message.from + 1 }, (_, index) => String(message.from + index));
  return [...values.map((value) => ({ label: value, press: { kind: 'choose', of: message.of, choice: value } as const })), ...own];
}

