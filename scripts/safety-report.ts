/**
 * How well danger is found, measured on what was not learned from. `node scripts/safety-report.ts [folder of evaluation data] [exam.yaml] [--figures]`
 *
 * Learning from one writer and testing on the other gives recall by kind with the lower end of its 95% interval; every fifth ordinary
 * sentence, held back, and the exam sentences of the intents give false alarms; so do messages of the folder, when there is one.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ordinaryTalk } from '../src/commands/model.ts';
import type { SafetyReading } from '../src/conversation/reading.ts';
import { safetyKinds } from '../src/conversation/reading.ts';
import { readContent } from '../src/knowledge/library.ts';
import { SafetyFigures } from '../src/knowledge/safety-figures.ts';
import { createEnglish } from '../src/nlp/english.ts';
import { createDetectSafety, detectSafety } from '../src/nlp/safety/detect.ts';
import { createLearned } from '../src/nlp/safety/learned.ts';
import { safetyModel } from '../src/nlp/safety/lessons.ts';
import { countIn, type Found, lowerBound, trials } from '../src/nlp/safety/trial.ts';
import { type Case, casesOf, developmentFiles, exact, heldOutFile, isAlarm, raised } from '../tests/nlp/safety/cases.ts';
import { changes } from '../src/nlp/changes.ts';

type Detect = (text: string) => SafetyReading | null;
const root = join(import.meta.dirname, '..');
const [folder = join(root, '..', 'shared', 'eval'), exam] = process.argv.slice(2).filter((each) => each !== '--figures');
const read = readContent(root);
if (read.kind === 'refused') throw new Error('The content has mistakes: npm run check:content names them.');
const { content } = read;
const isEnglish = createEnglish();
const ordinary = ordinaryTalk(content);
const learned = createLearned(safetyModel(content.danger, ordinary, join(root, '.cache', 'safety-model')), isEnglish);
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

const rounds = trials(content.danger, ordinary, isEnglish).map((trial) => ({ trial, detect: trial.detect() }));
const tested = rounds.flatMap(({ trial, detect }) => trial.danger.map((sentence) => ({ sentence, ruled: rules(sentence.says), found: detect(sentence.says, []) })));

head('A writer the model has not learned from', 'kind', 'sentences', 'rules hard', 'hard', 'hard or asked about', 'right kind', 'right person');
for (const kind of [...safetyKinds, null]) {
  const all = tested.filter(({ sentence }) => (kind === null ? sentence.tier === 'hard' : sentence.kind === kind && (sentence.tier === 'hard' || kind.startsWith('safety.'))));
  const found = all.filter((one) => one.found !== null);
  const hard = found.filter((one) => one.found?.tier === 'hard');
  row(kind ?? 'all hard ones', all.length, percent(all.filter((one) => one.ruled?.tier === 'hard').length, all.length), percent(hard.length, all.length), recall(found.length, all.length),
    percent(hard.filter((one) => one.found?.kind === one.sentence.kind).length, hard.length), percent(hard.filter((one) => one.found?.who === one.sentence.who).length, hard.length));
}
const calm = (pick: 'none' | 'over') => tested.filter(({ sentence }) => (pick === 'none' ? sentence.kind === null : sentence.tier === 'soft' && sentence.kind?.startsWith('crisis.')));

head('False alarms', 'what', 'sentences', 'rules hard', 'rules soft', 'hard', 'soft');
for (const pick of ['none', 'over'] as const) {
  const texts = calm(pick);
  const count = (of: 'ruled' | 'found', tier: string): number => texts.filter((one) => one[of]?.tier === tier).length;
  falseAlarms(pick === 'none' ? 'sounds like danger and is none, other writer' : 'past and over, other writer', { of: texts.length, hard: count('ruled', 'hard'), soft: count('ruled', 'soft') }, { of: texts.length, hard: count('found', 'hard'), soft: count('found', 'soft') });
}
const held = rounds.map(({ trial, detect }) => ({ ...countIn(trial.ordinary, (text) => detect(text, [])), ruled: countIn(trial.ordinary, rules) }));
const sum = (all: readonly Found[]): Found => all.reduce((one, other) => ({ of: one.of + other.of, hard: one.hard + other.hard, soft: one.soft + other.soft }));
falseAlarms('ordinary talk held back', sum(held.map((each) => each.ruled)), sum(held));
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

head('Changed spelling: of what is found as typed, still found', 'change', 'development cases', 'other writer');
const typed = developmentFiles.flatMap(casesOf).filter((one) => isAlarm(one) && both(one.text) !== null).map((one) => one.text);
for (const change of changes) {
  const written = rounds.flatMap(({ trial, detect }) => trial.danger.filter((each, at) => at % 4 === 0 && each.tier === 'hard' && detect(each.says, []) !== null).map((each) => detect(change.apply(each.says), []) !== null));
  row(change.name, percent(typed.filter((text) => both(change.apply(text)) !== null).length, typed.length), percent(written.filter(Boolean).length, written.length));
}

if (exam !== undefined) sit(exam);

if (process.argv.includes('--figures')) writeFigures();

/** What docs/safety.md shows. */
function writeFigures(): void {
  const recallOf = (found: readonly (SafetyReading | null)[]) => ({ of: found.length, hard: found.filter((one) => one?.tier === 'hard').length, met: found.filter((one) => one !== null).length });
  const ofKind = (kind: string) => tested.filter(({ sentence }) => sentence.kind === kind && (sentence.tier === 'hard' || kind.startsWith('safety.'))).map(({ found }) => found);
  const figures: SafetyFigures = {
    measured: new Date().toISOString().slice(0, 10),
    command: 'node scripts/safety-report.ts --figures',
    otherWriter: Object.fromEntries(safetyKinds.map((kind) => [kind, recallOf(ofKind(kind))])),
    allHard: recallOf(tested.filter(({ sentence }) => sentence.tier === 'hard').map(({ found }) => found)),
    heldOut: recallOf(casesOf(heldOutFile).filter(isAlarm).map((one) => both(one.text))),
    ordinary: sum(held),
    soundsLikeDanger: countIn(calm('none').map(({ sentence }) => sentence.says), (text) => tested.find(({ sentence }) => sentence.says === text)?.found ?? null),
    changes: changes.map((change) => ({ change: change.name, kind: change.kind, of: typed.length, still: typed.filter((text) => both(change.apply(text)) !== null).length })),
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
