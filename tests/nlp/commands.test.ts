import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import type { SafetyReading, Understand } from '../../src/conversation/reading.ts';
import { parseCalibration, usualCalibration } from '../../src/nlp/calibration.ts';
import { createClassifier } from '../../src/nlp/classifier.ts';
import { benchReading } from '../../src/nlp/commands/bench-reading.ts';
import { benchNlp } from '../../src/nlp/commands/bench-nlp.ts';
import { calibrateIntents } from '../../src/nlp/commands/calibrate.ts';
import { classifyLines } from '../../src/nlp/commands/classify.ts';
import { evaluateFiles } from '../../src/nlp/commands/evaluate.ts';
import { hashOf, train as learn } from '../../src/nlp/train.ts';
import { createUnderstand } from '../../src/nlp/understand.ts';
import { lessons, noEnglish } from './small-talk.ts';

const folder = mkdtempSync(join(tmpdir(), 'mend-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

const alarm: SafetyReading = { tier: 'hard', kind: 'crisis.self-harm', who: 'self', when: 'now' };
const understand = createUnderstand(createClassifier(learn(lessons), usualCalibration, noEnglish), (text) => (text.includes('die') ? alarm : null), noEnglish);

async function output(run: (out: PassThrough) => unknown): Promise<string> {
  const out = new PassThrough({ highWaterMark: 1 << 24 });
  await run(out);
  out.end();
  return readAll(out);
}
const classified = async (chunks: readonly (string | Buffer)[], by: Understand = understand): Promise<Record<string, unknown>[]> =>
  (await output((out) => classifyLines(Readable.from(chunks, { objectMode: true }), out, by))).split('\n').slice(0, -1).map((line) => JSON.parse(line) as Record<string, unknown>);

describe('classify', () => {
  test('one line in is one line out, in order, empty lines too', async () => {
    const lines = ['how do i forgive', '', 'hello', '   ', 'i want to die', 'x'.repeat(10_000), 'last'];
    expect((await classified([lines.join('\n')])).map(({ text }) => text)).toEqual(lines);
  });

  test('a last line end gives no further line, and no input gives none', async () => {
    expect(await classified(['hello\n'])).toHaveLength(1);
    expect(await classified(['\n\n'])).toHaveLength(2);
    expect(await classified([])).toEqual([]);
  });

  test('a line has exactly the fields that others rely on', async () => {
    const [plain, danger] = await classified(['how do i set a boundary\r\ni want to die']);
    expect(Object.keys(plain!)).toEqual(['text', 'intent', 'confidence', 'alternatives', 'decision', 'safety']);
    expect(plain).toMatchObject({ text: 'how do i set a boundary', intent: 'topic.set-boundary', decision: 'answer', safety: null });
    expect(plain!['alternatives']).toHaveLength(3);
    expect(danger).toMatchObject({ intent: 'crisis.self-harm', decision: 'answer', safety: alarm });
  });

  test('letters cut in two between chunks are put together', async () => {
    const bytes = Buffer.from('fiancé\nhello\n');
    expect((await classified([bytes.subarray(0, 6), bytes.subarray(6)])).map(({ text }) => text)).toEqual(['fiancé', 'hello']);
  });
});

describe('evaluate', () => {
  const file = join(folder, 'exam.jsonl');
  const rows = [
    { text: 'how do i set a boundary', accept: ['topic.set-boundary'] },
    { text: 'how do i forgive him', accept: ['topic.what-is-forgiveness', 'faq.how-to-forgive'] },
    { text: 'thank you so much', accept: ['chat.greet'] },
    { text: 'what is the weather today', accept: ['out-of-scope'] },
    { text: 'i want to die', accept: ['crisis.self-harm'] },
    { text: 'i could die laughing', accept: ['not-crisis'] },
    { text: 'hello', accept: ['not-crisis'] },
  ];
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join('\n'));

  test('judges answers, honest noes, alarms and false alarms', async () => {
    const figures: unknown = JSON.parse(await output((out) => evaluateFiles([file], understand, out, { json: true })));
    expect(figures).toMatchObject({
      right: { part: 4, of: 5 },
      rightOrOffered: { part: 3, of: 4 },
      wrongWithConfidence: { part: 1, of: 4 },
      outOfScopeAnswered: { part: 0, of: 1 },
      crisisFound: { part: 1, of: 1, high: 1 },
      falseAlarms: { part: 1, of: 6 },
      intents: { 'chat.greet': { part: 0, of: 1 } },
    });
  });

  test('prints every sentence that went astray', async () => {
    const report = await output((out) => evaluateFiles([file], understand, out, {}));
    expect(report).toContain('wanted chat.greet, answered wrongly (1)\n    read as chat.thanks: thank you so much');
    expect(report).toMatch(/false alarms \(hard\) +16\.7% {2}\(1 of 6; 95% between/);
  });

  test.each([
    ['no object', 'hello', /exam-bad\.jsonl:1 is not a JSON object/],
    ['no text', '{"accept":["chat.greet"]}', /exam-bad\.jsonl:1 needs a "text"/],
    ['no accept', '{"text":"hi"}', /exam-bad\.jsonl:1 needs "accept"/],
  ])('a row with %s is named with file and line', (_name, line, message) => {
    const bad = join(folder, 'exam-bad.jsonl');
    writeFileSync(bad, line);
    expect(() => evaluateFiles([bad], understand, new PassThrough(), {})).toThrow(message);
  });

  test('a missing file is named', () => {
    expect(() => evaluateFiles(['no/such.jsonl'], understand, new PassThrough(), {})).toThrow(/no\/such\.jsonl cannot be read/);
  });
});

describe('bench reading', () => {
  test('reads sentences as they are, and put together to two hundred and ten thousand characters', async () => {
    const lengths = new Set<number>();
    const figures = benchReading(['he lied again', 'what is trust'], (text, before) => { lengths.add(text.length); return understand(text, before); }, new PassThrough({ highWaterMark: 1 << 20 }), true);
    expect([...lengths].toSorted((a, b) => a - b)).toEqual([13, 200, 10_000]);
    expect(figures.map(({ characters }) => characters)).toEqual([null, 200, 10_000]);
    for (const { p50_us, p99_us } of figures) expect(p99_us).toBeGreaterThanOrEqual(p50_us);
    expect(await output((out) => benchReading(['hello there'], understand, out, false))).toMatch(/^a sentence as it is .*\n200 characters .*\n10,000 characters +half \/ 99 in 100: \d+ \/ \d+ µs \(100 messages\)\n$/u);
  });
});

describe('bench nlp', () => {
  test('prints one object with exactly the agreed figures', async () => {
    const figures = JSON.parse(await output((out) => benchNlp({ lessons }, out, true, noEnglish))) as Record<string, unknown>;
    expect(Object.keys(figures)).toEqual(['accuracy', 'oos_recall_threshold', 'oos_recall_at_minus_1', 'in_scope_at_threshold', 'p50_us', 'p99_us', 'train_s', 'model_mb']);
    for (const value of Object.values(figures)) expect(value).toBeTypeOf('number');
  });

  test('with seeds gives means of the same figures, how many, and an interval around each mean', async () => {
    const once = benchNlp({ lessons }, new PassThrough({ highWaterMark: 1 << 20 }), true, noEnglish);
    const figures = JSON.parse(await output((out) => benchNlp({ lessons }, out, true, noEnglish, { count: 2, perIntent: null }))) as Record<string, unknown>;
    expect(Object.keys(figures)).toEqual([...Object.keys(once), 'seeds', 'intervals']);
    const { accuracy } = figures as { accuracy: number };
    const { low, high } = (figures as { intervals: { accuracy: { low: number; high: number } } }).intervals.accuracy;
    expect(low).toBeLessThanOrEqual(accuracy);
    expect(high).toBeGreaterThanOrEqual(accuracy);
    expect(await output((out) => benchNlp({ lessons }, out, false, noEnglish, { count: 2, perIntent: 4 }))).toMatch(/^Means of 2 trainings, each on other 4 sentences of each intent;.*\naccuracy +\d+\.\d%  \[/u);
  });

  test.each([
    ['no intents', [{ text: 'a', intent: 'oos' }], [{ text: 'a', intent: 'one' }], /train\.jsonl has no intents to learn/u],
    ['one intent', [{ text: 'a', intent: 'one' }], [{ text: 'a', intent: 'one' }], /train\.jsonl has only one intent/u],
    ['other intents', [{ text: 'a', intent: 'one' }, { text: 'b', intent: 'two' }], [{ text: 'a', intent: 'three' }], /test\.jsonl asks for no intent of/u],
  ])('files with %s are named', (_name, taught, asked, message) => {
    const [train, exam] = [join(folder, 'train.jsonl'), join(folder, 'test.jsonl')];
    for (const [path, rows] of [[train, taught], [exam, asked]] as const) writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    expect(() => benchNlp({ train, test: exam }, new PassThrough(), true, noEnglish)).toThrow(message);
  });

  test('without out-of-scope rows there is no recall to speak of', async () => {
    const file = join(folder, 'labelled.jsonl');
    writeFileSync(file, lessons.slice(0, 4).flatMap(({ intent, says }) => says.map((said) => `${JSON.stringify({ text: said, intent })}\n`)).join(''));
    expect(JSON.parse(await output((out) => benchNlp({ train: file, test: file }, out, true, noEnglish)))).toMatchObject({ accuracy: 1, oos_recall_threshold: null, oos_recall_at_minus_1: null });
  });
});

describe('calibrate', () => {
  const file = join(folder, 'calibration.json');

  test('writes what the classifier reads, with the hash of the intents, the same every time', async () => {
    const said = await output((out) => calibrateIntents(lessons, file, out, noEnglish));
    const written = readFileSync(file, 'utf8');
    expect(said).toContain('held back');
    expect(parseCalibration(written).intents).toBe(hashOf(lessons));
    await output((out) => calibrateIntents(lessons.toReversed(), file, out, noEnglish));
    expect(readFileSync(file, 'utf8')).toBe(written);
  });

  test('few sentences still leave answers possible', () => {
    const classify = createClassifier(learn(lessons), parseCalibration(readFileSync(file, 'utf8')), noEnglish);
    const decisions = lessons.filter(({ intent }) => intent !== 'out-of-scope').flatMap(({ says }) => says.map((said) => classify(said).decision));
    expect(decisions.filter((decision) => decision === 'answer').length / decisions.length).toBeGreaterThan(0.6);
  });

  test.each([
    ['[]', /does not say which intents|needs/],
    ['{"intents":"x","right":[1],"known":[1],"answer":0.5,"none":0.2}', /numbers under "right"/],
    ['{"intents":"x","right":[1,2,3,4,5,6,7],"known":[1,2,3,4,5,6,7],"answer":7,"none":0.2}', /from 0 to 1 under "answer"/],
  ])('%s is refused with the cure', (content, message) => {
    expect(() => parseCalibration(content)).toThrow(message);
    expect(() => parseCalibration(content)).toThrow(/npm run calibrate/);
  });
});

const benchmarks = join(import.meta.dirname, '../../../shared/eval/benchmarks/banking_10s0');
const here = existsSync(benchmarks);
if (!here) process.stdout.write('The public benchmarks are not here (../shared/eval): their figures are not checked in this run.\n');
test.runIf(here)('ten sentences for each of 77 intents of a bank give at least 74 in 100', () => {
  const { accuracy, model_mb } = benchNlp({ train: join(benchmarks, 'train.jsonl'), test: join(benchmarks, 'val.jsonl') }, new PassThrough({ highWaterMark: 1 << 20 }), false, noEnglish);
  expect(accuracy).toBeGreaterThan(0.74);
  expect(model_mb).toBeLessThan(3);
});
