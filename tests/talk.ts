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
import { pairWorld, type PairWorld } from './pair-world.ts';
import { textToRead } from '../src/runtime/text-to-read.ts';

export const operator: Operator = { name: 'Mend', contact: 'Ada at the community desk', cover: 'houseplants' };

export interface TalkOptions { readonly library: Library; readonly understand: Understand; readonly at?: number; readonly locale?: string; readonly operator?: Operator; /** Where the person stands at first. */ readonly state?: State; readonly person?: PersonId; readonly company?: Company }

/** Several people with one clock, who may do something together. */
export interface Company { at: number; readonly pairs: PairWorld; readonly talks: Map<PersonId, Talk & { readonly timers: Map<TimerName, number> }> }

export function startCompany(at = Date.UTC(2026, 2, 2, 20, 0)): Company {
  return { at, pairs: pairWorld(), talks: new Map() };
}

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
  /** Lets time pass for everybody; what comes due meanwhile is answered in order, and what this person hears of it is returned. */
  later(ms: number): Reply;
  /** Brings this person's timer; the reply waits until they `hear`. */
  fire(name: TimerName): void;
  /** What came unasked since they last heard. */
  hear(): Reply;
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

export function startTalk(options: TalkOptions): Talk {
  let library = options.library;
  const person = options.person ?? 'terminal:me';
  const here = { kind: 'terminal', id: person.slice('terminal:'.length) } as const;
  const company = options.company ?? startCompany(options.at);
  let unheard: Reply[] = [];
  let document: string | null = options.state ? JSON.stringify(options.state) : null;
  let records: PersonalRecord[] = [];
  let pieces: { text: string; at: number }[] = [];
  let buttons: readonly Choice[] = [];
  let next: Reading | null = null;
  let count = 0;
  const timers = new Map<TimerName, number>();

  function turn(event: Event): Reply {
    const words = textToRead(event);
    const reading = words === null ? null : (next ?? options.understand(words, pieces.filter((piece) => company.at - piece.at < 120_000).map((piece) => piece.text).slice(-5)));
    if (words !== null) { pieces = [...pieces, { text: words, at: company.at }].slice(-5); next = null; }
    if (event.kind === 'press') pieces = [];
    const decide = converse({ event, reading, library, operator: options.operator ?? operator });
    const before = { person: document === null ? null : upgradePerson(JSON.parse(document)), place: null };
    const needs = decide.needs(before);
    const pair = needs.some((need) => need.kind === 'pair') ? company.pairs.of(person, company.at) : null;
    const invitation = needs.find((need) => need.kind === 'invitation');
    const found: Found = {
      records: needs.some((need) => need.kind === 'records') ? records.toSorted((a, b) => a.at - b.at) : [], slot: null, results: [], audit: [],
      ...(pair ? { pair } : {}), ...(needs.some((need) => need.kind === 'new-code') ? { code: company.pairs.newCode() } : {}),
      ...(invitation ? { invited: company.pairs.isOpen(invitation.code, person, company.at) } : {}),
    };
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
    const letter = (to: PersonId, name: 'pair' | 'pair-left', due: number): void => void company.talks.get(to)?.timers.set(name, due);
    if (effect.kind === 'pair') company.pairs.act(person, effect.act, company.at, letter);
    if (effect.kind === 'forget') { company.pairs.act(person, { do: 'leave', late: true }, company.at, letter); records = []; timers.clear(); }
  }

  const base = () => ({ id: `terminal:${(count += 1)}`, at: (company.at += 1000), person, here, locale: options.locale ?? 'en' });
  const pressed = (press: Press): Reply => turn({ ...base(), kind: 'press', press, ref: 'm1', public: false });
  const talk: Talk & { readonly timers: Map<TimerName, number> } = {
    say: (text, via = 'message') => turn({ ...base(), kind: 'text', text, via }),
    press(label) {
      const button = buttons.findLast((each) => each.label.toLowerCase().startsWith(label.toLowerCase()));
      if (!button) throw new Error(`no button begins with "${label}"; there are: ${buttons.map((each) => each.label).join(' | ')}`);
      return pressed(button.press);
    },
    pressed,
    command: (name, commandOptions = {}) => turn({ ...base(), kind: 'command', name, options: commandOptions }),
    unreadable: (what) => turn({ ...base(), kind: 'unreadable', what }),
    trouble: (what) => turn({ id: `trouble:${(count += 1)}`, at: (company.at += 1000), kind: 'trouble', subject: person, what }),
    later(ms) {
      const until = company.at + ms;
      for (;;) {
        const all = [...company.talks.values()].flatMap((each) => [...each.timers].map(([name, when]) => ({ each, name, when })));
        const due = all.filter(({ when }) => when <= until).toSorted((a, b) => a.when - b.when)[0];
        if (!due) break;
        company.at = Math.max(company.at, due.when);
        due.each.fire(due.name);
      }
      company.at = until;
      return talk.hear();
    },
    fire(name) {
      const due = timers.get(name) ?? company.at;
      timers.delete(name);
      unheard.push(turn({ id: `due:${name}:${due}`, at: company.at, kind: 'due', subject: person, name, due }));
    },
    hear() {
      const replies = unheard;
      unheard = [];
      return { text: replies.map((reply) => reply.text).join('\n\n').trim(), buttons: replies.flatMap((reply) => reply.buttons), messages: replies.flatMap((reply) => reply.messages), effects: replies.flatMap((reply) => reply.effects) };
    },
    use(other) { library = other; },
    readNext(reading) { next = reading; },
    get state() { return document === null ? null : upgradePerson(JSON.parse(document)); },
    get stored() { return document; },
    get records() { return records; },
    get timers() { return timers; },
    get at() { return company.at; },
  };
  company.talks.set(person, talk);
  return talk;
}

/** Every button of a message, the values of a scale included. */
export function choicesOf(message: Message): readonly Choice[] {
  const own = message.choices ?? [];
  if (message.kind === 'pick') return [...message.options.map((option) => ({ label: option.label, press: { kind: 'choose', of: message.of, choice: option.id } as const })), ...own];
  if (message.kind !== 'scale') return own;
  const values = Array.from({ length: message.to - message.from + 1 }, (_, index) => String(message.from + index));
  return [...values.map((value) => ({ label: value, press: { kind: 'choose', of: message.of, choice: value } as const })), ...own];
}

