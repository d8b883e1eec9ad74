/**
 * How well danger is found, measured on what was not learned from. `node scripts/safety-report.ts [folder of evaluation data] [exam.yaml] [--figures] [--each]`
 *
 * A writer whose sentences are never learned gives recall by kind with the lower end of its 95% interval; the exam sentences of the
 * intents give false alarms; so do messages of the folder, when there is one. `--each`: also all other writers in turn, two or
 * three at a time, learning from all the rest, with every eighth ordinary sentence held back (some minutes).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dangerLessonsOf, ordinaryTalk } from '../src/commands/model.ts';
import type { SafetyReading } from '../src/conversation/reading.ts';
import { safetyKinds } from '../src/conversation/reading.ts';
import { readContent } from '../src/knowledge/library.ts';
import { SafetyFigures } from '../src/knowledge/safety-figures.ts';
import { createEnglish } from '../src/nlp/english.ts';
import { createDetectSafety, detectSafety } from '../src/nlp/safety/detect.ts';
import { createLearned } from '../src/nlp/safety/learned.ts';
import { type DangerSentence, safetyModel } from '../src/nlp/safety/lessons.ts';
import { anotherWriter } from '../tests/nlp/safety/another-writer.ts';
import { countIn, type Found, lowerBound, trials } from '../src/nlp/safety/trial.ts';
import { type Case, casesOf, developmentFiles, exact, heldOutFile, isAlarm, raised } from '../tests/nlp/safety/cases.ts';
import { changes, type Change } from '../src/nlp/changes.ts';

type Detect = (text: string) => SafetyReading | null;
const root = join(import.meta.dirname, '..');
const [folder = join(root, '..', 'shared', 'eval'), exam] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const figuresWanted = process.argv.includes('--figures');
const everyWriter = figuresWanted || process.argv.includes('--each');
const read = readContent(root);
if (read.kind === 'refused') throw new Error('The content has mistakes: npm run check:content names them.');
const { content } = read;
const isEnglish = createEnglish();
const ordinary = ordinaryTalk(content);
const learned = createLearned(safetyModel(dangerLessonsOf(content), join(root, '.cache', 'safety-model')), isEnglish);
const both: Detect = (text) => createDetectSafety(learned)(text, []);
const rules: Detect = (text) => detectSafety(text, []);

const percent = (hits: number, of: number): string => (of === 0 ? '-' : `${((100 * hits) / of).toFixed(1)}%`);
const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const row = (...cells: readonly (string | number)[]): void => say(`| ${cells.join(' | ')} |`);
const recall = (hits: number, of: number): string => `${percent(hits, of)} (>= ${percent(lowerBound(hits, of), 1)})`;

function head(title: string, ...columns: readonly string[]): void {
  say(`\n## ${title}\n`);
  row(...columns);
  row(...columns.map(() => '---'));
}

function falseAlarms(name: string, before: Found, after: Found): void {
  row(name, after.of, percent(before.hard, after.of), percent(before.soft, after.of), percent(after.hard, after.of), percent(after.soft, after.of));
}

interface Tested { readonly sentence: DangerSentence; readonly ruled: SafetyReading | null; readonly found: SafetyReading | null }
const rounds = everyWriter ? trials(content.danger, ordinary, isEnglish).map((trial) => ({ trial, detect: trial.detect() })) : [];
const another = anotherWriter();
const tested: readonly Tested[] = another.map((sentence) => ({ sentence, ruled: rules(sentence.says), found: both(sentence.says) }));

recallByKind('A writer who is never learned from', tested);
const inTurn: readonly Tested[] = rounds.flatMap(({ trial, detect }) => trial.danger.map((sentence) => ({ sentence, ruled: rules(sentence.says), found: detect(sentence.says, []) })));
if (everyWriter) recallByKind('All writers in turn, two or three at a time, learned from all others', inTurn);

function recallByKind(title: string, rows: readonly Tested[]): void {
  head(title, 'kind', 'sentences', 'rules hard', 'hard', 'hard or asked about', 'right kind', 'right person', 'right time');
  for (const kind of [...safetyKinds, null]) {
    const all = rows.filter(({ sentence }) => (kind === null ? sentence.tier === 'hard' : sentence.kind === kind && (sentence.tier === 'hard' || kind.startsWith('safety.'))));
    const found = all.filter((one) => one.found !== null);
    const hard = found.filter((one) => one.found?.tier === 'hard');
    row(kind ?? 'all hard ones', all.length, percent(all.filter((one) => one.ruled?.tier === 'hard').length, all.length), recall(hard.length, all.length), recall(found.length, all.length),
      percent(hard.filter((one) => one.found?.kind === one.sentence.kind).length, hard.length), percent(hard.filter((one) => one.found?.who === one.sentence.who).length, hard.length),
      percent(hard.filter((one) => one.found?.when === one.sentence.when).length, hard.length));
  }
}

const calm = (pick: 'none' | 'over') => tested.filter(({ sentence }) => (pick === 'none' ? sentence.kind === null : sentence.tier === 'soft' && sentence.kind?.startsWith('crisis.')));

head('False alarms', 'what', 'sentences', 'rules hard', 'rules soft', 'hard', 'soft');
for (const pick of ['none', 'over'] as const) {
  const texts = calm(pick);
  const count = (of: 'ruled' | 'found', tier: string): number => texts.filter((one) => one[of]?.tier === tier).length;
  falseAlarms(pick === 'none' ? 'sounds like danger and is none, this writer' : 'past and over, this writer', { of: texts.length, hard: count('ruled', 'hard'), soft: count('ruled', 'soft') }, { of: texts.length, hard: count('found', 'hard'), soft: count('found', 'soft') });
}
const held = rounds.map(({ trial, detect }) => ({ ...countIn(trial.ordinary, (text) => detect(text, [])), ruled: countIn(trial.ordinary, rules) }));
const sum = (all: readonly Found[]): Found => all.reduce((one, other) => ({ of: one.of + other.of, hard: one.hard + other.hard, soft: one.soft + other.soft }));
if (everyWriter) falseAlarms('ordinary talk held back', sum(held.map((found) => found.ruled)), sum(held));
const examined = (content.exams['en'] ?? []).filter((each) => !/^(?:crisis|safety)\.|safety-steps/.test(each.intent)).map((each) => each.says);
falseAlarms('exam sentences of the intents', countIn(examined, rules), countIn(examined, both));
for (const [name, file] of [['real questions', 'real/intents.jsonl'], ['real, out of scope', 'real/oos.jsonl'], ['real, no crisis', 'real/crisis.jsonl'], ['CLINC150 validation', 'benchmarks/clinc_full/val.jsonl'], ['BANKING77 validation', 'benchmarks/banking_full/val.jsonl']] as const) {
  const texts = textsOf(join(folder, file));
  if (texts.length > 0) falseAlarms(name, countIn(texts, rules), countIn(texts, both));
  else say(`(no ${file}: skipped)`);
}

head('Cases', 'file', 'alarms', 'rules hard', 'hard', 'hard or asked about', 'others', 'rules raise', 'raise', 'all exact, rules', 'all exact');
for (const file of [...developmentFiles, heldOutFile]) {
  const all = casesOf(file);
  const alarms = all.filter(isAlarm);
  const others = all.filter((one) => !isAlarm(one));
  const wrong = (detect: Detect) => percent(others.filter((one) => !raised(one, detect(one.text))).length, others.length);
  row(file, alarms.length, percent(alarms.filter((one) => rules(one.text)?.tier === 'hard').length, alarms.length), percent(alarms.filter((one) => both(one.text)?.tier === 'hard').length, alarms.length),
    recall(alarms.filter((one) => both(one.text) !== null).length, alarms.length), others.length, wrong(rules), wrong(both), exactShare(all, rules), exactShare(all, both));
}

head('Changed on the way: recall less, in points, and hard alarms less', 'change', 'cases: met', 'cases: hard', 'this writer: met', 'this writer: hard');
const typed = developmentFiles.flatMap(casesOf).filter(isAlarm).map((one) => one.text);
const written = another.filter((one) => one.tier === 'hard').map((one) => one.says);
for (const change of changes) row(`${change.name} (${change.kind})`, ...[typed, written].flatMap((texts) => [lost(texts, change, (found) => found !== null), lost(texts, change, (found) => found?.tier === 'hard')]));

function lost(texts: readonly string[], change: Change, holds: (found: SafetyReading | null) => boolean): string {
  const before = texts.filter((text) => holds(both(text))).length;
  const after = texts.filter((text) => holds(both(change.apply(text)))).length;
  return ((100 * (before - after)) / Math.max(1, texts.length)).toFixed(1);
}

if (exam !== undefined) sit(exam);

if (figuresWanted) writeFigures();

/** What docs/safety.md shows. */
function writeFigures(): void {
  const recallOf = (found: readonly (SafetyReading | null)[]) => ({ of: found.length, hard: found.filter((one) => one?.tier === 'hard').length, met: found.filter((one) => one !== null).length });
  const countOf = (found: readonly (SafetyReading | null)[]): Found => ({ of: found.length, hard: found.filter((one) => one?.tier === 'hard').length, soft: found.filter((one) => one?.tier === 'soft').length });
  const unlearned = [...tested, ...inTurn];
  const ofKind = (kind: string) => unlearned.filter(({ sentence }) => sentence.kind === kind && (sentence.tier === 'hard' || kind.startsWith('safety.'))).map(({ found }) => found);
  const metAsTyped = typed.filter((text) => both(text) !== null);
  const figures: SafetyFigures = {
    measured: new Date().toISOString().slice(0, 10),
    command: 'node scripts/safety-report.ts --figures',
    otherWriter: Object.fromEntries(safetyKinds.map((kind) => [kind, recallOf(ofKind(kind))])),
    allHard: recallOf(unlearned.filter(({ sentence }) => sentence.tier === 'hard').map(({ found }) => found)),
    heldOut: recallOf(casesOf(heldOutFile).filter(isAlarm).map((one) => both(one.text))),
    ordinary: sum(held),
    soundsLikeDanger: countOf(unlearned.filter(({ sentence }) => sentence.kind === null).map(({ found }) => found)),
    changes: changes.map((change) => ({ change: change.name, kind: change.kind, of: metAsTyped.length, still: metAsTyped.filter((text) => both(change.apply(text)) !== null).length })),
  };
  mkdirSync(join(root, 'docs/figures'), { recursive: true });
  writeFileSync(join(root, 'docs/figures/safety.json'), `${JSON.stringify(SafetyFigures.parse(figures), null, 2)}\n`);
}

function exactShare(all: readonly Case[], detect: Detect): string {
  return percent(all.filter((one) => exact(one, detect(one.text))).length, all.length);
}

function textsOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const rows = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { readonly text: string; readonly accept?: readonly string[] });
  return rows.filter((each) => !file.endsWith('crisis.jsonl') || each.accept?.[0] === 'not-crisis').map((each) => each.text);
}

interface Question { readonly text: string; readonly kind: string | null; readonly tier?: string | null; readonly who?: string; readonly when?: string; readonly also?: readonly string[] }

/** An exam file: what is said, the kind without its first part (`none`: nothing), kinds that are right as well, and the tier. */
function sit(file: string): void {
  const questions = (parse(readFileSync(file, 'utf8')) as readonly Question[]).map((each) => ({ ...each, ruled: rules(each.text), found: both(each.text) }));
  const short = (kind: string | null): string => (kind ?? 'none').replace(/^(?:crisis|safety)\./, '');
  head(`Exam: ${questions.length} rows`, 'kind and tier', 'rows', 'rules hard', 'rules hard or soft', 'hard', 'hard or soft', 'right kind', 'right person', 'right time');
  for (const name of [...new Set(questions.map((each) => `${short(each.kind)} ${each.tier ?? 'nothing'}`)), 'hard: all']) {
    const all = questions.filter((each) => (name === 'hard: all' ? each.tier === 'hard' : `${short(each.kind)} ${each.tier ?? 'nothing'}` === name));
    const found = all.filter((each) => each.found !== null);
    const count = (of: 'ruled' | 'found', tier?: string): string => percent(all.filter((each) => each[of] !== null && (tier === undefined || each[of]?.tier === tier)).length, all.length);
    row(name, all.length, count('ruled', 'hard'), count('ruled'), count('found', 'hard'), `${count('found')} (>= ${percent(lowerBound(found.length, all.length), 1)})`,
      percent(found.filter((each) => [each.kind, ...(each.also ?? [])].some((kind) => short(kind) === short(each.found?.kind ?? null))).length, found.length),
      percent(found.filter((each) => each.found?.who === each.who).length, found.length), percent(found.filter((each) => each.found?.when === each.when).length, found.length));
  }
}
