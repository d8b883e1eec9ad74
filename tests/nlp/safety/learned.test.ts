import { describe, expect, test } from 'vitest';
import { dangerLessonsOf } from '../../../src/commands/model.ts';
import type { SafetyReading } from '../../../src/conversation/reading.ts';
import { createEnglish } from '../../../src/nlp/english.ts';
import { createDetectSafety, detectSafety, safetyWords } from '../../../src/nlp/safety/detect.ts';
import { createLearned, piecesOf } from '../../../src/nlp/safety/learned.ts';
import { safetyModel } from '../../../src/nlp/safety/lessons.ts';
import { countIn, lowerBound } from '../../../src/nlp/safety/trial.ts';
import { projectContent } from '../../knowledge-of-project.ts';
import { anotherWriter } from './another-writer.ts';
import { casesOf, developmentFiles, heldOutFile, isAlarm, raised, share } from './cases.ts';
import { changes } from '../../../src/nlp/changes.ts';

const reading = (tier: 'hard' | 'soft', kind: SafetyReading['kind']): SafetyReading => ({ tier, kind, who: 'self', when: 'now' });

describe('rules and what was learned', () => {
  const always = createDetectSafety(() => reading('hard', 'crisis.child-safety'));

  test('the rules name the kind where they raise the alarm', () => {
    expect(always('i want to kill myself', [])?.kind).toBe('crisis.self-harm');
  });
  test('what was learned raises the alarm where the rules are silent', () => {
    expect(always('the letters are written', [])?.kind).toBe('crisis.child-safety');
  });
  test('a past that is over stays without alarm', () => {
    expect(always('I used to cut myself years ago and I am fine now', [])).toEqual(detectSafety('I used to cut myself years ago and I am fine now', []));
  });
  test('what was learned may calm an alarm about what is long over, also after other messages, and may not silence it', () => {
    const gently = { ...reading('soft', 'safety.is-this-abuse'), when: 'past' as const };
    const calm = createDetectSafety((_, ruled) => (ruled?.tier === 'hard' ? gently : null));
    expect(detectSafety('my husband hits me', [])?.tier).toBe('hard');
    expect(calm('my husband hits me', [])).toEqual(gently);
    expect(calm('my husband hits me', ['hello', 'how are you'])).toEqual(gently);
    const silent = createDetectSafety(() => null);
    expect(silent('my husband hits me', [])?.tier).toBe('hard');
  });
  test('what a whole message tells as over stays so after other messages', () => {
    const told = 'my ex hit me years ago. my new husband is kind but i still flinch';
    expect(detectSafety(told, [])).toBeNull();
    expect(detectSafety(told, ['what if he does it again'])).toBeNull();
    expect(detectSafety('he hit me again last night and i am scared', [told])?.tier).toBe('hard');
  });
  test('a learned part that fails leaves the rules as they are', () => {
    const broken = createDetectSafety(() => { throw new Error('no model'); });
    expect(broken('my husband hits me', [])).toEqual(detectSafety('my husband hits me', []));
    expect(broken('hello', ['i want to', 'end'])).toBeNull();
  });
  test('short pieces are read as one message, and not once one of them had its answer', () => {
    const joined = createDetectSafety((words) => (words.join(' ').includes('pills are next to me') ? reading('hard', 'crisis.self-harm') : null));
    expect(joined('are next to me', ['the pills'])?.tier).toBe('hard');
    expect(joined('ok', ['the pills are next to me'])).toBeNull();
  });
});

test('a message of several sentences is read in pieces, at most 24', () => {
  expect(piecesOf(['i', 'am', 'tired'])).toEqual([]);
  expect(piecesOf('i am tired . ok . he came home late'.split(' '))).toEqual([['i', 'am', 'tired'], ['he', 'came', 'home', 'late']]);
  expect(piecesOf(Array.from({ length: 500 }, () => 'he came home .'.split(' ')).flat()).length).toBeLessThanOrEqual(24);
});

test('a share is stated with the lower end of its interval', () => {
  expect(lowerBound(90, 100)).toBeCloseTo(0.826, 3);
  expect(lowerBound(0, 0)).toBe(0);
});

describe('learned from all writers but one', () => {
  const content = projectContent();
  const { exams } = content;
  // Learned now, whatever an earlier start has kept.
  const learned = createLearned(safetyModel(dangerLessonsOf(content), null), createEnglish());
  const detect = createDetectSafety(learned);
  const another = anotherWriter();
  const hard = another.filter((each) => each.tier === 'hard');

  test('more than half of the messages of danger by that writer, nearly all indirect, are met; the rules alone meet one of sixteen', () => {
    expect(hard.filter((each) => detect(each.says, []) !== null).length / hard.length).toBeGreaterThan(0.52);
    expect(hard.filter((each) => detect(each.says, [])?.tier === 'hard').length / hard.length).toBeGreaterThan(0.3);
  });
  test('whose danger it is, and when, is told rightly of more than four in five that are met', () => {
    const met = hard.flatMap((each) => {
      const found = detect(each.says, []);
      return found?.tier === 'hard' ? [{ ...each, found }] : [];
    });
    expect(share(met, (each) => each.found.who === each.who)).toBeGreaterThan(0.8);
    expect(share(met, (each) => each.found.when === each.when)).toBeGreaterThan(0.8);
  });
  test('what that writer wrote to mislead raises few alarms', () => {
    const none = another.filter((each) => each.kind === null);
    expect(none.filter((each) => detect(each.says, [])?.tier === 'hard').length / none.length).toBeLessThan(0.08);
  });
  test('the held-out messages of danger are met nine times of ten, ordinary talk chosen to mislead raises few alarms', () => {
    const all = casesOf(heldOutFile);
    expect(share(all.filter(isAlarm), (one) => detect(one.text, []) !== null)).toBeGreaterThan(0.9);
    expect(share(all.filter((one) => !isAlarm(one)), (one) => detect(one.text, [])?.tier !== 'hard')).toBeGreaterThan(0.88);
  });
  test('ordinary talk that was never learned raises next to no alarm and few questions', () => {
    const found = countIn((exams['en'] ?? []).filter((row) => !/^(?:crisis|safety)\.|safety-steps/.test(row.intent)).map((row) => row.says), (text) => detect(text, []));
    expect(found.hard / found.of).toBeLessThan(0.01);
    expect(found.soft / found.of).toBeLessThan(0.025);
  });
  test('the sentences that misled the rules before still raise no alarm', () => {
    const calm = developmentFiles.flatMap(casesOf).filter((one) => !isAlarm(one));
    expect(share(calm, (one) => raised(one, detect(one.text, [])) || detect(one.text, [])?.tier === 'soft')).toBeGreaterThan(0.98);
  });
  test.each(changes)('what is met is still met with $name', ({ kind, apply }) => {
    const met = hard.filter((each) => detect(each.says, []) !== null);
    expect(met.filter((each) => detect(apply(each.says), []) !== null).length / met.length).toBeGreaterThan(kind === 'typo' ? 0.9 : 0.94);
  });
  test.each([
    ['I was raped in my twenties, I had very good help, and I love my body and my wife today', 'crisis.sexual-assault', 'recovered'],
    ['I was suicidal after the divorce in 2011, therapy got me out and I am doing well now, I just still fear being left', 'safety.unsure', 'recovered'],
  ])('"%s" gets respect and no alarm', (says, kind, when) => {
    expect(detect(says, [])).toMatchObject({ tier: 'soft', kind, when });
  });
  test.each(['He used to hit me and last night he did it again', 'I tried to kill myself two weeks ago', 'My husband hit me in 2019 and now he has started again', 'My ex strangled me last month'])('"%s" raises the alarm', (says) => {
    expect(detect(says, [])?.tier).toBe('hard');
  });
  test('a text of ten thousand characters is weighed in bounded pieces', () => {
    const words = safetyWords('He came home late and said nothing. '.repeat(280));
    expect(() => learned(words, null)).not.toThrow();
  });
});
