import { describe, expect, test } from 'vitest';
import { noReading, type Reading, type Understand } from '../../src/conversation/reading.ts';
import { formatNotes, formatProblems, formatSummary } from '../../src/knowledge/report.ts';
import { check } from './tree.ts';

/** Reads by a table; everything else is not understood. */
function reader(table: Readonly<Record<string, Partial<Reading>>>): Understand {
  return (text) => ({ ...noReading, ...table[text] });
}

const thanks = 'about: They say thanks.\nsays: [thank you, ta]\nexam: [cheers mate, much obliged]\nnot: { chat.greet: [hello and thanks] }\nbuilt-in: thanks\n';
const learned = { 'thank you': 'chat.thanks', ta: 'chat.thanks', hello: 'chat.greet', 'how do i forgive': 'faq.how-to-forgive', 'make a promise with me': 'exercise.promise' };
const asLearned = Object.fromEntries(Object.entries(learned).map(([says, intent]) => [says, { intent, decision: 'answer' as const }]));

describe('the exam', () => {
  test('a sentence answered as something else is a mistake; one that is not understood is worth knowing', () => {
    const result = check({ 'intents/chat/thanks.yaml': thanks }, {
      understand: () => reader({ ...asLearned, 'cheers mate': { intent: 'chat.greet', decision: 'answer' }, 'hello and thanks': { intent: 'chat.greet', decision: 'answer' } }),
    });
    expect(formatProblems(result.problems)).toMatchInlineSnapshot(`
      "intents/chat/thanks.yaml
        intents/chat/thanks.yaml:3  "cheers mate" is read as chat.greet, not as chat.thanks.
            Add sentences like it to chat.thanks, and look for one in chat.greet that is too near."
    `);
    expect(formatNotes(result.notes)).toMatchInlineSnapshot(`"  intents/chat/thanks.yaml:3  "much obliged" is not understood as chat.thanks."`);
    expect(result.summary.exam).toEqual({ asked: 3, right: 1 });
  });

  test('other languages sit theirs, and it is told beside the English one', () => {
    const gracias = 'about: Dan las gracias.\nsays: [gracias, mil gracias]\nexam: [se agradece, muy amable]\nbuilt-in: thanks\n';
    const result = check({ 'intents/chat/thanks.yaml': thanks, 'intents/es/chat/thanks.yaml': gracias }, {
      understand: () => reader({ ...asLearned, 'se agradece': { intent: 'chat.thanks', decision: 'answer' }, 'muy amable': { intent: 'chat.greet', decision: 'answer' } }),
    });
    expect(result.summary).toMatchObject({ exam: { asked: 3, right: 0 }, otherExams: { es: { asked: 2, right: 1 } } });
    expect(formatProblems(result.problems)).toContain('intents/es/chat/thanks.yaml:3  "muy amable" is read as chat.greet, not as chat.thanks.');
    expect(formatSummary(result.summary)).toContain('Exam in "es": 1 of 2 sentences understood.');
  });

  test('the right reading among those offered is right', () => {
    const result = check({ 'intents/chat/thanks.yaml': thanks }, {
      understand: () => reader({
        ...asLearned,
        'cheers mate': { intent: 'chat.greet', decision: 'choice', alternatives: [{ intent: 'chat.thanks', confidence: 0.4 }] },
        'much obliged': { intent: 'chat.thanks', decision: 'choice' },
        'hello and thanks': { intent: 'chat.thanks', decision: 'choice', alternatives: [{ intent: 'chat.deny', confidence: 0.2 }, { intent: 'chat.affirm', confidence: 0.2 }, { intent: 'chat.greet', confidence: 0.1 }] },
      }),
    });
    expect(result.summary.exam).toEqual({ asked: 3, right: 2 });
    expect(result.problems).toEqual([]);
  });

  test('a sentence that is learned and still read as something else is told', () => {
    const result = check({}, { understand: () => reader({ ...asLearned, hello: { intent: 'faq.how-to-forgive', decision: 'answer' } }) });
    expect(formatNotes(result.notes)).toMatchInlineSnapshot(`"  intents/chat/greet.yaml:2  "hello" is learned here and still read as faq.how-to-forgive."`);
  });

  test('an alarm where there is no danger is a mistake', () => {
    const alarm = { safety: { tier: 'hard', kind: 'crisis.self-harm', who: 'self', when: 'now' } } as const;
    expect(formatProblems(check({ 'intents/chat/thanks.yaml': thanks }, { understand: () => reader({ ...asLearned, 'cheers mate': alarm }) }).problems)).toMatchInlineSnapshot(`
      "intents/chat/thanks.yaml
        intents/chat/thanks.yaml:3  "cheers mate" is read as crisis.self-harm, not as chat.thanks.
            Add sentences like it to chat.thanks."
    `);
  });

  test('no exam is sat on content that does not hold together', () => {
    const result = check({ 'intents/chat/greet.yaml': '' }, { understand: () => { throw new Error('must not be called'); } });
    expect(result.summary.exam).toBe(null);
  });
});

describe('the calibration', () => {
  test.each([[null, 'The calibration is missing.'], ['old', 'The intents have changed since the calibration was made.']])('made for %s', (madeFor, message) => {
    const [problem] = check({}, { calibration: () => ({ madeFor, now: 'new' }) }).problems;
    expect(problem).toEqual({ file: 'intents/calibration.json', line: 1, message, cure: 'Run "npm run calibrate" and keep the new file.' });
  });

  test('that fits is not mentioned', () => {
    expect(check({}, { calibration: () => ({ madeFor: 'new', now: 'new' }) }).problems).toEqual([]);
  });
});

describe('the summary', () => {
  test('counts what there is and the share that is reviewed', () => {
    expect(formatSummary(check({}, { understand: () => reader(asLearned) }).summary)).toMatchInlineSnapshot(`
      "4 intents, 4 sentences, 1 answers, 1 exercises, 1 check-ins, 1 paths, 11 safety replies, 1 help lines, 1 help lines waiting, 1 countries.
      Reviewed: 0 of 14 (0%).
      Exam: 0 of 0 sentences understood."
    `);
  });
});
