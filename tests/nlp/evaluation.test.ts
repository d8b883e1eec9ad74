/** What an exam shows beside its totals: danger by group, confusions with their sentences, reliability, and what changes of a message cost. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { noReading, type Reading, type SafetyReading, type Understand } from '../../src/conversation/reading.ts';
import { changes } from '../../src/nlp/changes.ts';
import { evaluateFiles } from '../../src/nlp/commands/evaluate.ts';
import { asJson, evaluate } from '../../src/nlp/evaluation.ts';
import type { ExamRow } from '../../src/nlp/json-lines.ts';
import { reliability } from '../../src/nlp/measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'mend-evaluation-'));
afterAll(() => rmSync(folder, { recursive: true }));

const alarm = (patch: Partial<SafetyReading> = {}): Reading => {
  const safety = { tier: 'hard', kind: 'crisis.self-harm', who: 'self', when: 'now', ...patch } as const;
  return { ...noReading, intent: safety.kind, confidence: 1, decision: 'answer', safety };
};
const answer = (intent: string, confidence = 0.9): Reading => ({ ...noReading, intent, confidence, decision: 'answer' });
/** Reads only what it knows letter by letter, so that every change of a letter costs. */
const readings: Readonly<Record<string, Reading>> = {
  'i want to die': alarm(), 'my friend wants to die': alarm({ who: 'self' }), 'i feel nothing': alarm({ tier: 'soft', kind: 'safety.unsure', when: 'unclear' }),
  'how long': answer('faq.how-long'), 'how far': answer('faq.how-long', 0.95), 'how wide': answer('faq.how-long', 0.35),
};
const understand: Understand = (text) => readings[text] ?? noReading;

const row = (text: string, accept: readonly string[], more: Partial<ExamRow> = {}): ExamRow => ({ text, accept, earlier: [], who: null, when: null, level: null, ...more });
const rows = [
  row('i want to die', ['crisis.self-harm'], { who: 'self', when: 'now', level: 'acute' }),
  row('my friend wants to die', ['crisis.self-harm'], { who: 'friend', when: 'now', level: 'acute' }),
  row('i feel nothing', ['crisis.self-harm', 'safety.unsure'], { who: 'self', level: 'passive' }),
  row('goodbye world', ['crisis.self-harm'], { who: 'self', when: 'now' }),
  row('how long', ['faq.how-long']), row('how far', ['faq.other']), row('how wide', ['faq.other']), row('how deep', ['faq.other']),
];

describe('danger in an exam', () => {
  const { crisis } = evaluate(rows, understand, false);

  it('is counted by kind, by what would be right, by level, person and time, where a row says so', () => {
    expect(crisis.kinds).toEqual({ 'crisis.self-harm': { hard: { part: 2, of: 4 }, met: { part: 3, of: 4 } } });
    expect(crisis.tiers).toEqual({ either: { hard: { part: 0, of: 1 }, met: { part: 1, of: 1 } }, hard: { hard: { part: 2, of: 3 }, met: { part: 2, of: 3 } } });
    expect(crisis.levels).toMatchObject({ acute: { hard: { part: 2, of: 2 } }, passive: { hard: { part: 0, of: 1 } } });
    expect(crisis.who).toMatchObject({ friend: { met: { part: 1, of: 1 } }, self: { met: { part: 2, of: 3 } } });
    expect(crisis.when).toMatchObject({ now: { hard: { part: 2, of: 3 } } });
  });

  it('that was met shows whether kind, person and time were read rightly', () => {
    expect(crisis.rightKind).toEqual({ part: 3, of: 3 });
    expect(crisis.rightWho).toEqual({ part: 2, of: 3 });
    expect(crisis.rightWhen).toEqual({ part: 2, of: 2 });
  });
});

it('confusions name what was wanted and read, and hold the sentences; confident ones come first', () => {
  expect(evaluate(rows, understand, false).confusions).toEqual([
    { wanted: 'faq.other', read: 'faq.how-long', confident: true, sentences: ['how far', 'how wide'] },
    { wanted: 'crisis.self-harm', read: 'out-of-scope', confident: false, sentences: ['goodbye world'] },
    { wanted: 'faq.other', read: 'out-of-scope', confident: false, sentences: ['how deep'] },
  ]);
});

it('reliability sets confidence beside what was right, in ten bins, of answers alone', () => {
  const { figures } = evaluate(rows, understand, false);
  const filled = figures.reliability.filter(({ right }) => right.of > 0);
  expect(filled.map(({ from, right }) => [from, right])).toEqual([[0.3, { part: 0, of: 1 }], [0.9, { part: 1, of: 2 }]]);
  expect(filled[1]?.confidence).toBeCloseTo(0.925);
  expect(figures.calibrationError).toBeCloseTo((0.35 + 2 * (0.925 - 0.5)) / 3);
  expect(reliability([{ confidence: 1, right: true }])[9]?.right).toEqual({ part: 1, of: 1 });
});

describe('with every message changed', () => {
  const after = evaluate(rows, understand, true).changes ?? [];

  it('there are at least eighteen ways, each with the same figures as the exam', () => {
    expect(after.length).toBe(changes.length);
    expect(after.length).toBeGreaterThanOrEqual(18);
    for (const { rightOrOffered, crisisFound } of after) expect([rightOrOffered.of, crisisFound.of]).toEqual([8, 3]);
  });

  it('only what was found, or right, as it was typed can be lost', () => {
    const upper = after.find(({ change }) => change === 'upper case');
    expect(upper).toMatchObject({ stillFound: { part: 0, of: 2 }, stillRight: { part: 0, of: 4 }, crisisFound: { part: 0, of: 3 } });
    const marks = after.find(({ change }) => change === 'no marks');
    expect(marks).toMatchObject({ stillFound: { part: 2, of: 2 }, stillRight: { part: 4, of: 4 } });
  });
});

it('as JSON every share has its value and bounds, at the top those of the exam', () => {
  const json = asJson(evaluate(rows, understand, true)) as { readonly right: object; readonly crisis: { readonly kinds: Record<string, { readonly hard: object }> }; readonly changes: readonly { readonly stillFound: object }[] };
  expect(Object.keys(json)).toEqual(['right', 'rightOrOffered', 'wrongWithConfidence', 'outOfScopeAnswered', 'outOfScopeTurnedAway', 'crisisFound', 'crisisKind', 'falseAlarms', 'calibrationError', 'reliability', 'intents', 'crisis', 'confusions', 'changes']);
  for (const share of [json.right, json.crisis.kinds['crisis.self-harm']?.hard, json.changes[0]?.stillFound]) expect(Object.keys(share ?? {})).toEqual(['share', 'part', 'of', 'low', 'high']);
});

describe('--report', () => {
  const file = join(folder, 'exam.jsonl');
  writeFileSync(file, rows.map((each) => JSON.stringify(each)).join('\n'));

  it('writes the same as a page in Markdown, with signs that mean something there made harmless', () => {
    const odd = join(folder, 'odd.jsonl');
    writeFileSync(odd, JSON.stringify({ text: 'is <b>*this*</b> | one\nline', accept: ['faq.other'] }));
    const report = join(folder, 'report.md');
    const out = new PassThrough({ highWaterMark: 1 << 20 });
    evaluateFiles([file, odd], understand, out, { report, changes: true });
    const page = readFileSync(report, 'utf8');
    for (const title of ['In all', 'Danger: the alarm raised, and met in any way', 'How far confidence can be believed', 'The same messages, changed as they may arrive', 'What went astray']) expect(page).toContain(`## ${title}\n`);
    expect(page).toContain('- wanted faq.other, answered wrongly (2)\n    - read as faq.how-long: how far\n');
    expect(page).toContain(String.raw`is \<b\>\*this\*\</b\> \| one line`);
  });

  it('to a place that cannot be written is one clear error', () => {
    expect(() => evaluateFiles([file], understand, new PassThrough(), { report: join(folder, 'no/such/report.md') })).toThrow(/report\.md cannot be written\. Give --report a file in a folder that exists\./u);
  });
});
