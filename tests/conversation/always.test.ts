/** What must hold after any sequence of events at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePress, encodePress, maxPressBytes, type Press } from '../../src/conversation/press.ts';
import { safetyKinds, type Reading } from '../../src/conversation/reading.ts';
import { maxStateLength, type State } from '../../src/conversation/state.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { choicesOf, startTalk, type Reply, type Talk } from '../talk.ts';
import { danger, sure, torn, unread } from './readings.ts';

const library = projectLibrary();
const intents = Object.keys(library.en.intents);
const commands = ['start', 'help', 'ask', 'exercises', 'exercise', 'checkin', 'progress', 'support', 'privacy', 'export', 'forget', 'settings', 'menu', 'nonsense'];

const reading: fc.Arbitrary<Reading> = fc.oneof(
  fc.record({ intent: fc.constantFrom(...intents), question: fc.boolean() }).map(({ intent, question }) => sure(intent, question)),
  fc.tuple(fc.constantFrom(...intents), fc.constantFrom(...intents)).map(([a, b]) => torn(a, b)),
  fc.constant(unread),
  fc.constantFrom(...safetyKinds).map((kind) => danger(kind)),
);
const text = fc.oneof(fc.constantFrom('yes', 'no', '1', '2', 'seven', 'the second', 'back', 'skip', 'stop', 'go on', 'more', 'ireland', 'help', '8:30 pm', 'dublin'), fc.string({ maxLength: 60 }), fc.string({ minLength: 200, maxLength: 900, unit: 'grapheme' }));
type Move =
  | { readonly kind: 'say'; readonly text: string; readonly reading: Reading }
  | { readonly kind: 'press' | 'old'; readonly at: number }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'later'; readonly ms: number }
  | { readonly kind: 'sticker' };
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('say' as const), text, reading }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('press' as const), at: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('old' as const), at: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('command' as const), name: fc.constantFrom(...commands) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('later' as const), ms: fc.constantFrom(60_000, 3_600_000, 9 * 86_400_000, 40 * 86_400_000) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'sticker' as const }) },
);

/** Plays the moves and calls `seen` after each with the reply and the pressed button, if any. */
function play(talk: Talk, moves: readonly Move[], seen: (reply: Reply, move: Move, press: Press | null, before: State | null) => void): void {
  let shown: readonly Press[] = [];
  const old: Press[] = [];
  for (const each of moves) {
    const from = each.kind === 'old' ? old : shown;
    const press = each.kind === 'press' || each.kind === 'old' ? (from[each.at % Math.max(1, from.length)] ?? null) : null;
    if ((each.kind === 'press' || each.kind === 'old') && press === null) continue;
    const before = talk.state;
    const reply = step(talk, each, press);
    seen(reply, each, press, before);
    if (reply.messages.length === 0) continue;
    old.push(...shown.slice(0, 5));
    shown = reply.messages.flatMap(choicesOf).map((choice) => choice.press);
  }
}

function step(talk: Talk, each: Move, press: Press | null): Reply {
  switch (each.kind) {
    case 'say': talk.readNext(each.reading); return talk.say(each.text);
    case 'press':
    case 'old': return talk.pressed(press ?? { kind: 'open', what: 'menu', id: '' });
    case 'command': return talk.command(each.name);
    case 'later': return talk.later(each.ms);
    case 'sticker': return talk.unreadable('sticker');
    default: return each satisfies never;
  }
}

const newTalk = (): Talk => startTalk({ library, understand: () => unread });
const moves = fc.array(move, { minLength: 1, maxLength: 25 });

describe('after any sequence of events', () => {
  it('the state is valid, small, and survives JSON; every press fits its platforms', () => {
    fc.assert(fc.property(moves, (all) => {
      const talk = newTalk();
      play(talk, all, (reply) => {
        expect(talk.stored?.length ?? 0).toBeLessThanOrEqual(maxStateLength);
        for (const choice of reply.messages.flatMap(choicesOf)) {
          const wire = encodePress(choice.press);
          expect(Buffer.byteLength(wire)).toBeLessThanOrEqual(maxPressBytes);
          expect(decodePress(wire)).toEqual(choice.press);
          expect(choice.label).not.toBe('');
        }
      });
    }), { numRuns: 150 });
  });

  it('somebody always answers: only the same press again is silent', () => {
    fc.assert(fc.property(moves, (all) => {
      const talk = newTalk();
      play(talk, all, (reply, each, press, before) => {
        const wire = press && encodePress(press);
        const again = wire !== null && (wire === before?.opened?.press || (press?.kind === 'choose' && before?.taken?.of === press.of && before.taken.choice === press.choice));
        if (each.kind !== 'later' && !again) expect(reply.text.trim(), JSON.stringify(each)).not.toBe('');
        for (const message of reply.messages) expect(message.text).not.toMatch(/\{[a-zA-Z-]+\}|undefined|null|\[object/u);
      });
    }), { numRuns: 150 });
  });

  it('words read as danger are answered as danger, in every state', () => {
    fc.assert(fc.property(moves, fc.constantFrom(...safetyKinds), fc.boolean(), (all, kind, hidden) => {
      const talk = newTalk();
      play(talk, all, () => { /* only to get somewhere */ });
      if (hidden) talk.command('hide');
      // "When I want to look at the phone, then ..." is an entry: somebody's plan against it.
      if (kind === 'safety.spying' && !hidden && talk.state?.question?.about.kind === 'step' && talk.state.question.expects === 'text') return;
      talk.readNext(danger(kind));
      const reply = talk.say('words');
      expect(reply.effects[0]).toMatchObject({ kind: 'say', cls: 'safety' });
    }), { numRuns: 100 });
  });

  it('the same events give the same bytes', () => {
    fc.assert(fc.property(moves, (all) => {
      const run = (): string => {
        const talk = newTalk();
        const replies: string[] = [];
        play(talk, all, (reply) => replies.push(JSON.stringify(reply.effects)));
        return `${replies.join('\n')}\n${talk.stored ?? ''}`;
      };
      expect(run()).toBe(run());
    }), { numRuns: 50 });
  });

  it('at most one question is open, and only its own choices are taken', () => {
    fc.assert(fc.property(moves, (all) => {
      const talk = newTalk();
      play(talk, all, (reply, each) => {
        if (each.kind === 'later') return;
        const asks = new Set(reply.messages.flatMap(choicesOf).flatMap((choice) => (choice.press.kind === 'choose' ? [choice.press.of] : [])));
        expect(asks.size).toBeLessThanOrEqual(1);
        for (const of of asks) expect(talk.state?.question?.of).toBe(of);
      });
    }), { numRuns: 100 });
  });
});
