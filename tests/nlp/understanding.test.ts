import fc from 'fast-check';
import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';
import type { SafetyReading } from '../../src/conversation/reading.ts';
import { opening } from '../../src/nlp/asking.ts';
import { usualCalibration } from '../../src/nlp/calibration.ts';
import { createClassifier } from '../../src/nlp/classifier.ts';
import { train } from '../../src/nlp/train.ts';
import { createUnderstand } from '../../src/nlp/understand.ts';
import { lessons, noEnglish } from './small-talk.ts';

const classify = createClassifier(train(lessons), usualCalibration, noEnglish);
const alarm: SafetyReading = { tier: 'hard', kind: 'crisis.self-harm', who: 'self', when: 'now' };
const calm = (): null => null;
const understand = createUnderstand(classify, calm, noEnglish);
const first = (text: string): string => {
  const { intent, decision, alternatives } = understand(text, []);
  return decision === 'none' ? alternatives[0]!.intent : intent;
};

describe('reading a message', () => {
  test('what was learnt is read back', () => {
    expect(understand('how do i set a boundary', [])).toMatchObject({ intent: 'topic.set-boundary', decision: 'answer', safety: null, also: null });
    expect(understand('what is the weather today', [])).toMatchObject({ intent: 'out-of-scope', decision: 'none' });
  });

  test('there are three runners-up, best first, never surer than the first', () => {
    const { confidence, alternatives } = understand('how do i forgive', []);
    expect(alternatives).toHaveLength(3);
    const all = [confidence, ...alternatives.map((other) => other.confidence)];
    expect(all).toEqual(all.toSorted((a, b) => b - a));
  });

  test('who did it changes the reading', () => {
    expect(first('i cheated')).toBe('topic.rebuild-as-betrayer');
    expect(first('he cheated')).toBe('faq.after-infidelity');
    expect(understand('i cheated', []).role).toBe('hurt-someone');
    expect(understand('he cheated', []).role).toBe('hurt');
  });

  test('"not" changes how sure the reading is', () => {
    expect(understand('i didnt cheat', []).role).toBeNull();
    expect(understand('i did not cheat', []).confidence).toBeLessThan(understand('i did cheat', []).confidence);
  });

  test('in a long story the sentence that asks counts', () => {
    const story = 'We moved here in spring. The house is small and it rained a lot. My sister came by on Sunday. How do I set a boundary? The garden is nice.';
    expect(first(story)).toBe('topic.set-boundary');
  });

  test('a second question is read too, a greeting is not', () => {
    expect(understand('How do I forgive my partner? How do I set a boundary?', [])).toMatchObject({ also: expect.stringMatching(/^(faq.how-to-forgive|topic.set-boundary)$/) });
    expect(understand('Hello. How do I set a boundary?', []).also).toBeNull();
  });

  test('a message in pieces is read joined when the last piece says too little', () => {
    expect(understand('a boundary', ['how do i', 'set']).intent).toBe('topic.set-boundary');
  });

  test.each([
    ['case', (text: string) => text.toUpperCase()],
    ['spaces', (text: string) => `  ${text.replaceAll(' ', '   ')}\n`],
    ['fullwidth letters', (text: string) => text.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0))],
    ['marks at the end', (text: string) => `${text}...`],
    ['an invisible letter', (text: string) => text.replace('t', 't\u200B')],
  ])('%s makes no difference', (_name, change) => {
    for (const { says } of lessons) for (const text of says) expect(first(change(text)), text).toBe(first(text));
  });

  test('one typo in a long word seldom changes the reading', () => {
    const rows = lessons.flatMap(({ says }) => says).filter((text) => /\w{6,}/.test(text));
    const same = rows.filter((text) => first(text.replace(/(\w{3})(\w)(\w{2,})/, '$1$3')) === first(text));
    expect(rows.length).toBeGreaterThan(30);
    expect(same.length / rows.length).toBeGreaterThan(0.9);
  });

  test('the words that decided are named', () => {
    expect(understand('how do i set a boundary', []).why.join(' ')).toMatch(/boundary|set/);
  });

  test.each([
    ['how do i forgive', true],
    ['show me my progress', true],
    ['i want to know why', true],
    ['is it normal', true],
    ['really?', true],
    ['if he is late i will breathe first', false],
    ['i felt calm today', false],
    ['7', false],
    ['', false],
  ])('"%s" asks something of the bot: %s', (text, question) => {
    expect(understand(text, []).question).toBe(question);
  });
});

describe('safety and intent', () => {
  const broken = (): never => {
    throw new Error('broken');
  };

  test('a safety reading names the intent and keeps what else was read', () => {
    const reading = createUnderstand(classify, () => alarm, noEnglish)('how do i set a boundary', []);
    expect(reading).toMatchObject({ intent: 'crisis.self-harm', decision: 'answer', confidence: 1, safety: alarm });
    expect(reading.alternatives[0]?.intent).toBe('topic.set-boundary');
  });

  test('safety answers though the classifier breaks', () => {
    expect(createUnderstand(broken, () => alarm, noEnglish)('anything', [])).toMatchObject({ intent: 'crisis.self-harm', safety: alarm });
  });

  test('the classifier answers though safety breaks', () => {
    expect(createUnderstand(classify, broken, noEnglish)('how do i set a boundary', [])).toMatchObject({ intent: 'topic.set-boundary', safety: null });
  });

  test('when both break nothing is read and nothing is thrown', () => {
    expect(createUnderstand(broken, broken, broken)('anything', [])).toMatchObject({ intent: 'out-of-scope', decision: 'none', safety: null });
  });

  test('an intent about danger that safety did not see is met with a careful question', () => {
    const danger = createUnderstand(() => ({ ...understand('hi', []), intent: 'crisis.partner-abuse', decision: 'choice' }), calm, noEnglish);
    expect(danger('he scares me', [])).toMatchObject({ intent: 'safety.is-this-abuse', safety: { tier: 'soft', kind: 'safety.is-this-abuse' } });
    const dark = createUnderstand(() => ({ ...understand('hi', []), intent: 'crisis.self-harm', decision: 'choice' }), calm, noEnglish);
    expect(dark('what is the point', [])).toMatchObject({ intent: 'safety.unsure', safety: { tier: 'soft', kind: 'safety.unsure' } });
  });

  test('a guess among dozens is no doubt: nothing is asked about dying, and danger is not offered as a subject', () => {
    const guess = createUnderstand(() => ({ ...understand('hi', []), intent: 'crisis.self-harm', confidence: 0.2, decision: 'choice', alternatives: [{ intent: 'crisis.partner-abuse', confidence: 0.1 }, { intent: 'topic.anger', confidence: 0.05 }] }), calm, noEnglish);
    expect(guess('no puedo dejar de pensar en eso', [])).toMatchObject({ decision: 'none', safety: null, alternatives: [{ intent: 'topic.anger' }] });
  });

  test('surely read, it is the crisis that it says, as in a language of which the detector knows a few phrases', () => {
    const read = (intent: string) => createUnderstand(() => ({ ...understand('hi', []), intent, decision: 'answer' }), calm, noEnglish)('mi marido me encierra', []);
    expect(read('crisis.partner-abuse')).toMatchObject({ intent: 'crisis.partner-abuse', safety: { tier: 'hard', kind: 'crisis.partner-abuse', who: 'self' } });
    expect(read('crisis.child-safety').safety).toMatchObject({ tier: 'hard', who: 'child' });
  });

  test('earlier messages reach the safety part', () => {
    const seen: (readonly string[])[] = [];
    createUnderstand(classify, (_text, earlier) => (seen.push(earlier), null), noEnglish)('my life', ['i want to', 'end']);
    expect(seen).toEqual([['i want to', 'end']]);
  });
});

describe('hostile input', () => {
  test.each([
    ['nothing', ''],
    ['NUL', '\0'],
    ['a lone surrogate', 'how \ud800 do'],
    ['10,000 letters without a space', 'a'.repeat(10_000)],
    ['10,000 different words', Array.from({ length: 2500 }, (_, i) => `w${i.toString(36)}`).join(' ')],
    ['only line breaks', '\n'.repeat(10_000)],
    ['only question marks', '?'.repeat(10_000)],
    ['right-to-left marks', '\u202e\u202dhow do i forgive\u202c'],
    ['names of object parts', 'constructor __proto__ toString hasOwnProperty'],
    ['marks of features', '@self:betray ~trust #he < >'],
  ])('%s gets a whole reading', (_name, text) => {
    const reading = understand(text, [text]);
    expect(['answer', 'choice', 'none']).toContain(reading.decision);
    expect(reading.confidence).toBeGreaterThanOrEqual(0);
    expect(reading.confidence).toBeLessThanOrEqual(1);
  });

  test('the pattern of questions cannot be made to search without end', () => {
    expect(checkSync(opening.source, opening.flags).status).toBe('safe');
  });

  test('any text gets the same whole reading every time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const reading = understand(text, []);
        expect(Number.isFinite(reading.confidence)).toBe(true);
        expect(understand(text, [])).toEqual(reading);
      }),
    );
  });
});
