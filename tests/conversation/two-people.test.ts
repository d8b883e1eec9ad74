/** What must hold between two people on two phones, whatever both do: only what was shared crosses, and what comes unasked tells nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safetyKinds } from '../../src/conversation/reading.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { choicesOf, startCompany, startTalk, type Company, type Reply, type Talk } from '../talk.ts';
import { danger, unread } from './readings.ts';

const library = projectLibrary();
const { phrases } = library.en;
const said = (id: 'pair.news' | 'pair.not-today' | 'pair.ended'): string => phrases[id][0] ?? '';
/** All that a phone may show of the other one's doing. */
const unasked = [said('pair.news'), said('pair.not-today'), said('pair.ended')];

type Who = 'ann' | 'ben';
type Move =
  | { readonly who: Who; readonly kind: 'write' | 'danger' | 'look' | 'share' | 'keep' }
  | { readonly who: Who; readonly kind: 'press'; readonly at: number }
  | { readonly who: Who; readonly kind: 'word'; readonly word: string }
  | { readonly who: Who; readonly kind: 'command'; readonly name: string }
  | { readonly who: Who; readonly kind: 'later'; readonly ms: number };

const who = fc.constantFrom<Who>('ann', 'ben');
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ who, kind: fc.constant('write' as const) }) },
  { weight: 6, arbitrary: fc.record({ who, kind: fc.constantFrom('look' as const, 'share' as const, 'keep' as const) }) },
  { weight: 5, arbitrary: fc.record({ who, kind: fc.constant('press' as const), at: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ who, kind: fc.constant('word' as const), word: fc.constantFrom('3', '9', 'skip', 'back', 'go on', 'yes', 'no', 'menu', 'pause') }) },
  { weight: 1, arbitrary: fc.record({ who, kind: fc.constant('word' as const), word: fc.constantFrom('stop', 'blue door') }) },
  { weight: 1, arbitrary: fc.record({ who, kind: fc.constant('command' as const), name: fc.constantFrom('hide', 'pair', 'menu', 'export') }) },
  { weight: 1, arbitrary: fc.record({ who, kind: fc.constant('danger' as const) }) },
  { weight: 2, arbitrary: fc.record({ who, kind: fc.constant('later' as const), ms: fc.constantFrom(1000, 60_000, 8 * 60_000, 4 * 3_600_000) }) },
);

/** A plan against looking at a phone is an entry like any other. */
const dangers = safetyKinds.filter((kind) => kind !== 'safety.spying');

interface Side { readonly talk: Talk; readonly written: string[]; readonly shared: Set<string>; shown: Reply | null }

function begin(): { readonly company: Company; readonly sides: Readonly<Record<Who, Side>> } {
  const company = startCompany();
  const side = (name: Who): Side => ({ talk: startTalk({ library, understand: () => unread, company, person: `terminal:${name}` }), written: [], shared: new Set(), shown: null });
  const sides = { ann: side('ann'), ben: side('ben') };
  const { ann, ben } = sides;
  ann.talk.command('pair');
  const code = /(\d{4}) (\d{4})/u.exec(ann.talk.press('Each on our own phone').text)?.slice(1).join('') ?? '';
  ben.talk.command('pair', { text: code });
  ben.talk.press('Yes, let us begin');
  ann.talk.later(0);
  ann.talk.press('Look at it');
  ann.talk.press('Yes, let us begin');
  ben.talk.press('Good day');
  return { company, sides };
}

function done(side: Side, each: Move, count: number): Reply | null {
  const { talk } = side;
  const buttons = side.shown?.messages.flatMap(choicesOf) ?? [];
  const labelled = (label: string): Reply | null => {
    const choice = buttons.find((button) => button.label === label);
    return choice ? talk.pressed(choice.press) : null;
  };
  switch (each.kind) {
    case 'write': {
      const words = `${each.who} writes number ${count} of all`;
      side.written.push(words);
      return talk.say(words);
    }
    case 'danger': talk.readNext(danger(dangers[count % dangers.length] ?? 'crisis.self-harm')); return talk.say(`${each.who} is in danger`);
    case 'look': return talk.pressed({ kind: 'open', what: 'menu', id: 'pair' });
    case 'share': return labelled('Share it');
    case 'keep': return labelled('Keep it to myself');
    case 'press': { const press = buttons[each.at % Math.max(1, buttons.length)]?.press; return press ? talk.pressed(press) : null; }
    case 'word': return talk.say(each.word);
    case 'command': return talk.command(each.name);
    case 'later': return talk.later(each.ms);
    default: return each satisfies never;
  }
}

describe('between two people on two phones', () => {
  it('nothing crosses but what was shared, nothing unasked tells anything, and no document holds a word of the other', () => {
    let crossed = 0;
    fc.assert(fc.property(fc.array(move, { minLength: 5, maxLength: 40 }), (moves) => {
      const { sides } = begin();
      const first: readonly Move[] = [{ who: 'ann', kind: 'press', at: 0 }, { who: 'ann', kind: 'word', word: '3' }, { who: 'ann', kind: 'write' }, { who: 'ann', kind: 'share' }, { who: 'ben', kind: 'look' }, { who: 'ben', kind: 'word', word: '2' }];
      sides.ann.shown = sides.ann.talk.pressed({ kind: 'open', what: 'menu', id: 'pair' });
      for (const [count, each] of [...first, ...moves].entries()) {
        const side = sides[each.who];
        const other = sides[each.who === 'ann' ? 'ben' : 'ann'];
        const reply = done(side, each, count);
        for (const effect of reply?.effects ?? []) if (effect.kind === 'pair' && effect.act.do === 'put') for (const words of Object.values(effect.act.half.shared)) if (words !== null) side.shared.add(words);
        if (reply && reply.messages.length > 0) side.shown = reply;
        const mine = reply?.text ?? '';
        for (const words of other.written) if (mine.includes(words)) { crossed += 1; expect(other.shared).toContain(words); }
        for (const news of [...side.talk.hear().messages, ...other.talk.hear().messages]) expect(unasked).toContain(news.text);
        for (const [one, two] of [[side, other], [other, side]] as const) {
          for (const words of two.written) expect(one.talk.stored ?? '').not.toContain(words);
          expect(JSON.stringify(one.talk.records)).not.toMatch(two === sides.ann ? /ann writes/u : /ben writes/u);
        }
        expect(mine).not.toContain(`${each.who === 'ann' ? 'ben' : 'ann'} is in danger`);
      }
    }), { numRuns: 200 });
    // The test would prove nothing if nothing had ever crossed.
    expect(crossed).toBeGreaterThan(100);
  });
});
