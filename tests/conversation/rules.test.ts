/** Single rules of the conversation, by value. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findTime, findZone, isNight, nextWeekly } from '../../src/conversation/clock.ts';
import { fillEntries } from '../../src/conversation/entries.ts';
import { freshState } from '../../src/conversation/fresh.ts';
import { decodePress, encodePress, type Press } from '../../src/conversation/press.ts';
import type { State } from '../../src/conversation/state.ts';
import { fold, numberIn, ordinalIn, timeOfDayIn } from '../../src/conversation/typed.ts';
import type { PlaceState } from '../../src/conversation/place-state.ts';
import { upgradePerson, upgradePlace } from '../../src/conversation/upgrade.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { startTalk, type Talk } from '../talk.ts';
import { danger, sure, unread } from './readings.ts';

const library = projectLibrary();
const start = Date.UTC(2026, 2, 2, 20, 0);
const known = (patch: Partial<State> = {}): Talk => startTalk({ library, understand: () => unread, at: start, state: { ...freshState(start), told: start, greeted: true, ...patch } });

describe('presses', () => {
  it.each<Press>([
    { kind: 'choose', of: 42, choice: 'back' }, { kind: 'open', what: 'more', id: 'faq.how-long' }, { kind: 'open', what: 'menu', id: '' },
    { kind: 'form', of: 7 }, { kind: 'join', slot: '2026-11-22' }, { kind: 'moderate', by: 'telegram:7', of: 3, choice: 'yes' },
  ])('%o survives the wire', (press) => { expect(decodePress(encodePress(press))).toEqual(press); });

  it.each(['', 'c', 'c|', 'c|x|y', 'c|1|', 'c|01|a', 'c|1|a|b', 'o|z|id', 'o|m', 'w|someone|1|a', 'f|-1', 'j|', 'x|1|2', 'c|99999999999|a', `o|m|${'a'.repeat(400)}`])(
    'forged "%s" is no press', (wire) => { expect(decodePress(wire)).toBeNull(); });

  it('a choice pressed again is silent, an older one gets a polite word', () => {
    const talk = known();
    talk.command('exercise', { text: 'boundary' });
    const first = talk.press('My time');
    const again: Press = { kind: 'choose', of: 1, choice: 'my-time' };
    expect(first.text).toContain('What is not okay');
    expect(talk.pressed(again).text).toBe('');
    talk.say('they plan for me');
    expect(talk.pressed(again).text).toContain('earlier question');
  });

  it('the same open button within ten seconds is one press', () => {
    const talk = known();
    const press: Press = { kind: 'open', what: 'answer', id: 'faq.how-long' };
    expect(talk.pressed(press).text).not.toBe('');
    expect(talk.pressed(press).text).toBe('');
    talk.later(11_000);
    expect(talk.pressed(press).text).not.toBe('');
  });

  it('a private press leaves no trace on the message', () => {
    const talk = known();
    talk.command('exercise', { text: 'partner-check-in' });
    talk.press('Both on this phone');
    const reply = talk.press('Tired');
    expect(reply.effects).toContainEqual(expect.objectContaining({ kind: 'mark', chosen: null }));
  });
});

describe('what is said around a reply', () => {
  it('at night, deciding answers open with "Nothing has to be decided tonight."', () => {
    const night = known({ settings: { ...freshState(start).settings, zone: 'Asia/Shanghai' } });
    night.readNext(sure('faq.when-to-leave'));
    expect(night.say('should i leave?').text).toMatch(/^Nothing has to be decided tonight/u);
    const day = known({ settings: { ...freshState(start).settings, zone: 'America/New_York' } });
    day.readNext(sure('faq.when-to-leave'));
    expect(day.say('should i leave?').text).not.toContain('tonight');
  });

  it('every answer has at most four buttons, and help is one of them', () => {
    for (const id of Object.keys(library.en.answers)) {
      const talk = known();
      talk.readNext({ ...sure(id), also: 'exercise.grounding' });
      const reply = talk.say('?');
      expect(reply.buttons.length, id).toBeLessThanOrEqual(4);
      expect(reply.buttons, id).toContain('I need help now');
    }
  });

  it('no answer and no exercise that a lock closes is offered anywhere', () => {
    const talk = known({ locks: { abuse: start, crisis: null, harm: null, minor: false } });
    const closed = Object.values(library.en.flows).filter((flow) => flow.locks.includes('abuse')).map((flow) => flow.title);
    const seen = new Set<string>();
    for (const id of Object.keys(library.en.answers)) {
      talk.readNext(sure(id));
      for (const label of talk.say('?').buttons) seen.add(label);
      talk.later(3 * 3_600_000);
    }
    for (const label of talk.command('exercises').buttons) seen.add(label);
    expect([...seen].filter((label) => closed.some((title) => label.endsWith(title)))).toEqual([]);
  });

  it('after a disclosure every answer with a careful version is told in it', () => {
    for (const [id, answer] of Object.entries(library.en.answers)) {
      const talk = known({ locks: { abuse: start, crisis: null, harm: null, minor: false } });
      talk.readNext(sure(id));
      const reply = talk.say('?');
      if (answer.unsafe !== null) expect(reply.text, id).toBe(answer.unsafe);
    }
  });

  it('a crisis lock ends after a day', () => {
    const talk = known();
    talk.readNext(danger('crisis.self-harm'));
    talk.say('words');
    expect(talk.pressed({ kind: 'open', what: 'exercise', id: 'exercise.thought-challenge' }).text).toContain('leave this out');
    talk.later(25 * 3_600_000);
    expect(talk.pressed({ kind: 'open', what: 'exercise', id: 'exercise.thought-challenge' }).text).not.toContain('leave this out');
  });
});

describe('four weeks', () => {
  it.each(library.en.paths.map((path) => path.id))('%s is walked week by week, each step opens, and it ends with the question', (id) => {
    const path = library.en.paths.find((each) => each.id === id);
    const talk = known();
    let reply = talk.pressed({ kind: 'open', what: 'menu', id: `path:${id}` });
    for (const [week, step] of (path?.weeks ?? []).entries()) {
      expect(reply.text).toContain(step.why);
      const title = (library.en.answers[step.unit] ?? library.en.flows[step.unit])?.title ?? '';
      expect(talk.press(title).text).not.toBe('');
      talk.later(7 * 86_400_000);
      reply = talk.pressed({ kind: 'open', what: 'menu', id: `path:week-${week + 1}` });
    }
    expect(reply.text).toContain('Do you still want me?');
  });

  it('a community has a question for every week of a year', () => {
    const sets = Object.values(library.en.sets).filter((set) => set.for.includes('community'));
    expect(sets.some((set) => new Set(set.prompts).size >= 52)).toBe(true);
  });
});

describe('trouble', () => {
  it('somebody who blocked the bot is left alone: no reminder stays, nothing is said, and unfinished words still go in time', () => {
    const talk = known({ settings: { ...freshState(start).settings, zone: 'Europe/Dublin', checkIn: { day: 7, at: '20:30' } } });
    talk.command('exercise', { text: 'boundary' });
    talk.later(60_000);
    expect(talk.trouble('blocked').text).toBe('');
    expect([...talk.timers.keys()]).toEqual(['later:exercise.boundary']);
    expect(talk.state?.settings.checkIn).toBeNull();
    talk.later(31 * 86_400_000);
    expect(talk.state?.running).toEqual([]);
  });

  it('a message that may be missing is mentioned once', () => {
    const talk = known();
    talk.trouble('maybe-missing');
    expect(talk.command('menu').text).toContain('may not have reached you');
    talk.later(60_000);
    expect(talk.command('menu').text).not.toContain('may not have reached you');
  });
});

describe('what is typed', () => {
  it.each([['seven', 7], ['7', 7], ['7 of 10', 7], ['10', 10], ['zero', 0], ['about seven', 7], ['7ish', 7], ['777', null], ['seven days', null]])('"%s" is the number %s', (text, number) => {
    expect(numberIn(text, library.en.words)).toBe(number);
  });
  it.each([['the second', 2], ['second one', 2], ['2nd', 2], ['option 3', 3], ['first', 1], ['the best', null]])('"%s" is place %s', (text, place) => {
    expect(ordinalIn(text, library.en.words)).toBe(place);
  });
  it.each([['in the evening', '19:00'], ['Sunday mornings, please', '09:00'], ['after work', '18:00'], ['morning or evening', null], ['whenever', null]])('"%s" is %s for a weekly question', (text, time) => {
    expect(timeOfDayIn(fold(text), library.en.words)).toBe(time);
  });
  it.each([['20:30', '20:30'], ['8:30 pm', '20:30'], ['8pm', '20:00'], ['at 9', '09:00'], ['12 am', '00:00'], ['25:00', null], ['13 pm', null], ['soon', null]])('"%s" is the time %s', (text, time) => {
    expect(findTime(text)).toBe(time);
  });
  it.each([['Europe/Dublin', 'Europe/Dublin'], ['dublin', 'Europe/Dublin'], ['new york', 'America/New_York'], ['utc', 'UTC'], ['nowhere', null], ['', null]])('"%s" is the zone %s', (text, zone) => {
    expect(findZone(text)).toBe(zone);
  });

  it.each([
    ['When {a}, I will {b}.', 'When you shout.', 'I will leave the room!', 'When you shout, I will leave the room.'],
    ['When {a}, I will {b}.', 'You make plans for me', "I'll say no", 'When you make plans for me, I will say no.'],
    ['When {a}, I will {b}.', 'Sam shouts', 'go', 'When Sam shouts, I will go.'],
    ['Thank you for {a}. {b}', 'thank you for listening.', 'it helped', 'Thank you for listening. It helped'],
    ['I want {a}. {b}', 'I’d like to be heard', "i'll", "I want to be heard. I'll"],
    ['{a} and {b}', 'a text', '', 'a text and (left out)'],
  ])('"%s" reads well', (template, a, b, read) => {
    expect(fillEntries(template, { a, b }, { leftOut: '(left out)', and: 'and', ordinary: library.en.words['inside-sentence'], inFull: library.en.words['in-full'] })).toBe(read);
  });
});

describe('time', () => {
  it('a weekly time keeps its wall clock over daylight saving', () => {
    const before = Date.UTC(2026, 2, 22, 12);
    const first = nextWeekly(before, 'Europe/Dublin', 7, '20:30');
    const second = nextWeekly(first, 'Europe/Dublin', 7, '20:30');
    expect(new Date(first).toISOString()).toBe('2026-03-22T20:30:00.000Z');
    expect(new Date(second).toISOString()).toBe('2026-03-29T19:30:00.000Z');
  });
  it('a time that does not exist that day comes later by the gap, and never twice', () => {
    const gap = nextWeekly(Date.UTC(2026, 2, 28), 'Europe/Berlin', 7, '02:30');
    expect(new Date(gap).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(new Date(nextWeekly(gap, 'Europe/Berlin', 7, '02:30')).toISOString()).toBe('2026-04-05T00:30:00.000Z');
  });
  it('night is from 23:00 to 05:00 where the person is, and unknown without a zone', () => {
    expect(isNight(Date.UTC(2026, 5, 1, 22, 30), 'Europe/Dublin')).toBe(true);
    expect(isNight(Date.UTC(2026, 5, 1, 4, 30), 'Europe/Dublin')).toBe(false);
    expect(isNight(Date.UTC(2026, 5, 1, 23, 30), null)).toBe(false);
  });
});

describe('documents', () => {
  it('a state of this version is taken as it is; anything else is refused', () => {
    const state = freshState(start);
    expect(upgradePerson(JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect(() => upgradePerson({ v: 99 })).toThrow(/expected/u);
    expect(() => upgradePerson({ ...state, turns: 'many' })).toThrow(/expected number/u);
    expect(() => upgradePerson({ v: 1, settings: 'none' })).toThrow(/expected/u);
  });

  it('a document stored by version 1 loads with all it holds, and what is new in it is as for somebody new', () => {
    const stored = JSON.parse(readFileSync(new URL('stored/person-1.json', import.meta.url), 'utf8')) as State;
    const { counted, door, pair, codesTried, direct, settings: { clear, openWord } } = freshState(start);
    expect(upgradePerson(stored)).toEqual({ ...stored, v: 2, counted, door, pair, codesTried, direct, settings: { ...stored.settings, clear, openWord } });
    const talk = startTalk({ library, understand: () => unread, at: start + 60_000, state: upgradePerson(stored) });
    expect(talk.command('exercise', { text: 'boundary' }).text).toContain('One of my earlier messages');
    expect(talk.state?.running.map((running) => running.entries)).toEqual(stored.running.map((running) => running.entries));
  });

  it('a community stored by version 1 loads with all it holds, but for the channel of a card', () => {
    const stored = JSON.parse(readFileSync(new URL('stored/place-1.json', import.meta.url), 'utf8')) as PlaceState;
    const pending = stored.pending.map((each) => (each.about.kind === 'quiet-card' ? { ...each, about: { kind: 'quiet-card' } } : each));
    expect(pending).toHaveLength(3);
    expect(upgradePlace(stored)).toEqual({ ...stored, v: 2, pending });
    expect(upgradePlace(upgradePlace(stored))).toEqual(upgradePlace(stored));
    expect(() => upgradePlace({ ...stored, v: 99 })).toThrow(/expected/u);
    expect(() => upgradePlace({ ...stored, pending: 'none' })).toThrow(/expected/u);
  });
});
