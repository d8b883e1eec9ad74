import { describe, expect, it } from 'vitest';
import { commandIn, eventOf } from '../../src/adapters/terminal/receive.ts';
import { buttonsOf, createShown } from '../../src/adapters/terminal/shown.ts';
import type { Press } from '../../src/conversation/press.ts';

const typed = { id: 'terminal:1', at: 5, person: 'terminal:me', button: null } as const;
const press = (choice: string): Press => ({ kind: 'choose', of: 1, choice });

describe('a line', () => {
  it('is a message', () => {
    expect(eventOf('How long does it take?', typed)).toEqual({
      kind: 'text', id: 'terminal:1', at: 5, person: 'terminal:me', here: { kind: 'terminal', id: 'me' }, locale: 'en', text: 'How long does it take?', via: 'message',
    });
  });

  it.each<[string, ReturnType<typeof commandIn>]>([
    ['/help', { name: 'help', options: {} }],
    ['/Check-In', { name: 'check-in', options: {} }],
    ['/support IE abuse', { name: 'support', options: { text: 'IE abuse' } }],
    ['/support country=IE kind="sexual assault"', { name: 'support', options: { country: 'IE', kind: 'sexual assault' } }],
    ['/weekly schedule day=monday time=19:00', { name: 'weekly', options: { text: 'schedule', day: 'monday', time: '19:00' } }],
    ['/ask is a=b the same as b=a?', { name: 'ask', options: { text: 'is a=b the same as b=a?' } }],
    ['/ask question="why me"', { name: 'ask', options: { text: 'why me' } }],
  ])('%s is a command', (line, command) => expect(commandIn(line)).toEqual(command));

  it.each(['/', '/ help', '//help', '/1', 'a /help', '/héllo', '[]', '[ ', ''])('%j is a message, not a command', line => {
    expect(eventOf(line, typed)).toMatchObject({ kind: 'text', text: line });
  });

  it('in brackets presses a button', () => {
    const button = { label: 'Tell me more', press: press('more'), ref: 'r1' };
    expect(eventOf('[tell]', { ...typed, button })).toMatchObject({ kind: 'press', press: press('more'), ref: 'r1', public: false });
  });

  it('in brackets without such a button is a message with these words, so that nobody in danger is lost', () => {
    expect(eventOf('[i want to die]', typed)).toMatchObject({ kind: 'text', text: 'i want to die' });
  });
});

describe('the newest button', () => {
  it('whose label begins so is pressed, case ignored', () => {
    const shown = createShown();
    shown.add([{ label: 'Back', press: press('back-1'), ref: 'r1' }, { label: 'Boundaries', press: press('b'), ref: 'r1' }]);
    shown.add([{ label: 'Back', press: press('back-2'), ref: 'r2' }]);
    expect(shown.find('BACK')).toMatchObject({ ref: 'r2', press: press('back-2') });
    expect(shown.find(' bo ')).toMatchObject({ ref: 'r1' });
    expect(shown.find('nothing')).toBeNull();
    expect(shown.find(' ')).toBeNull();
  });

  it('of one message is the one with just that label before one that only begins so', () => {
    const shown = createShown();
    shown.add(buttonsOf({ kind: 'scale', text: 'How much?', of: 1, from: 0, to: 10, low: 'none', high: 'all' }, 'r'));
    expect(shown.find('1')).toMatchObject({ label: '1 of 10', press: press('1') });
    expect(shown.find('10')).toMatchObject({ label: '10 of 10', press: press('10') });
    shown.add([{ label: 'Yes, now', press: press('now'), ref: 'r2' }, { label: 'Yes', press: press('yes'), ref: 'r2' }]);
    expect(shown.find('yes')).toMatchObject({ press: press('yes') });
  });
});
