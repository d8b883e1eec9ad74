/**
 * The page docs/safety.md: what the bot does for somebody in danger, for an operator or a counsellor to read and judge.
 * Made from the running parts: the detector reads the examples, the content gives the words, a file of measurements the figures.
 */
import type { Knowledge } from '../conversation/knowledge.ts';
import { type SafetyReading, whens, whos } from '../conversation/reading.ts';
import { detectSafety } from '../nlp/safety/detect.ts';
import { rules } from '../nlp/safety/rulebook.ts';
import { lowerBound } from '../nlp/safety/trial.ts';
import { safetyKinds } from '../conversation/reading.ts';
import type { AlarmFigures, RecallFigures, SafetyFigures } from './safety-figures.ts';
import { fixedPart, kindWords, locksPart, repliesPart, whenWords, whoWords } from './safety-page-replies.ts';

export function safetyPage(know: Knowledge, figures: SafetyFigures): string {
  return [
    '# Safety of the person', '',
    'Written from the running code and from `content/` by `npm run safety-page`: change it there. It is for operators, moderators and counsellors who want to know what this program does when somebody writes about danger, and what it cannot do.', '',
    ...cannotPart, '',
    '## What is noticed', '',
    'Every text is read for danger before anything else is done with it: messages, captions, edits, forms and commands, in the middle of an exercise, while the chat is hidden, and also when everything else fails. There are two tiers. An **alarm** stops everything: help comes first, at once. **Care** answers with concern and help lines, or asks plainly, and the conversation goes on.', '',
    '| kind | in plain words | tier |', '|---|---|---|',
    ...safetyKinds.map((kind) => `| \`${kind}\` | ${kindWords[kind]} | ${tierOf(kind)} |`), '',
    `Whose danger it is: ${whos.map((who) => whoWords[who]).join('; ')}. When: ${whens.map((when) => whenWords[when]).join('; ')}. Both change what is said: a friend's danger gets help for the one who writes, a past that is over gets respect and no alarm.`, '',
    'Two readers work side by side. Rules know wordings, who does what to whom, denials, idioms and times. A detector that has learned from sentences (`intents/safety/`) hears what no rule names, and whose it is and when; where it is nearly sure it raises the alarm, where it doubts the bot asks. Should it fail, the rules stand alone. Pieces sent within two minutes are also read together. Look-alike letters, spaced letters, letters written as digits, and slips are undone first.', '',
    '### Read just now, by the rules alone', '',
    '| somebody writes | is read as |', '|---|---|', ...examples.map((text) => `| ${text} | ${spoken(detectSafety(text, []))} |`), '',
    '### Other languages', '',
    `Plain words of crisis are noticed in ${spokenLanguages().join(', ')}: whole, unmistakable phrases of dying, being hit and being in danger, no more. The answer is an emergency number and a directory, in English where there is no text in that language.`, '',
    '## What is said', '',
    'One reply a kind; a more specific one wins. Care comes first, in one of the variants below and never the same twice within a day, then the lines of the person\'s country, then one question at a time that lowers a barrier. Numbers are printed as their source prints them.', '',
    'The same in every reply:', '', ...fixedPart(know), '',
    ...repliesPart(know),
    '## What is left out afterwards', '', ...locksPart(know),
    '## Help lines', '', ...linesPart(know), '',
    '## Figures', '', ...figuresPart(figures),
  ].join('\n');
}

const cannotPart = [
  '## What it cannot do', '',
  '- It is a program. Nobody reads along, nobody is told, and it cannot call anyone. It says so with every alarm.',
  '- It misses danger. The figures below say how often, on sentences that it had not seen; people who write otherwise than those writers are missed more often. Silence of the program is no sign of safety, and it never says "you are safe".',
  '- It raises false alarms. "That is not what I meant" stands under every safety reply, takes back what that message set, and never makes the program listen less.',
  '- It does not judge how great a danger is, gives no diagnosis, asks no screening questions, and is no therapist.',
  '- It understands English, and some Spanish. Of other languages it knows a few phrases. Voice messages and pictures it cannot read; it says so and offers help.',
  '- It cannot see whether somebody else holds the phone, and it cannot take back what a phone company or the chat app keeps.',
  '- What is said below is self-help written with care. Where a file says "not yet checked by a professional", nobody qualified has signed it.',
];

function tierOf(kind: (typeof safetyKinds)[number]): string {
  const tiers = new Set(rules.filter((rule) => rule.kind === kind).map((rule) => (rule.tier === 'hard' ? 'alarm' : 'care')));
  return ['alarm', 'care'].filter((tier) => tiers.has(tier as 'alarm' | 'care')).join(', sometimes ') || 'care';
}

const examples = [
  'i want to die', 'i do not want to wake up tomorrow', 'my friend says she will kill herself', 'i used to cut myself years ago and i am fine now', 'this homework is killing me',
  'he hits me when he drinks', 'he choked me last night', 'my ex hit me ten years ago', 'i hit my wife yesterday', 'she says she will kill herself if i leave', 'i was raped', 'my husband hits our son', 'he is at the door with a knife right now',
  'is it abuse if he reads all my messages and takes my money', 'i am 15', 'how do i track her phone', 'how do i trust again',
];

function spoken(reading: SafetyReading | null): string {
  if (reading === null) return 'no danger';
  return `${reading.tier === 'hard' ? '**alarm**' : 'care'}, \`${reading.kind}\`, ${whoWords[reading.who]}, ${whenWords[reading.when]}`;
}

/** A phrase of each language, to see whether the detector knows it. */
const probes: Readonly<Record<string, string>> = {
  Spanish: 'quiero morir', French: 'je veux mourir', Portuguese: 'quero morrer', German: 'ich will sterben', Italian: 'voglio morire', Polish: 'chce umrzec', Turkish: 'olmek istiyorum', Indonesian: 'ingin mati', Vietnamese: 'toi muon chet',
  Chinese: '我想死', Hindi: 'मरना चाहता', Arabic: 'أريد أن أموت', Bengali: 'মরতে চাই', Russian: 'хочу умереть', Urdu: 'خودکشی', Japanese: '死にたい', Korean: '죽고 싶', Thai: 'อยากตาย', Marathi: 'मरायचे आहे',
};

function spokenLanguages(): string[] {
  return Object.entries(probes).flatMap(([language, phrase]) => (detectSafety(phrase, [])?.tier === 'hard' ? [language] : [])).toSorted();
}

function linesPart(know: Knowledge): string[] {
  const countries = Object.values(know.countries).filter((country) => country.code !== 'ZZ');
  const lines = countries.flatMap((country) => country.lines);
  const oldest = lines.map((line) => line.checked).toSorted()[0] ?? '-';
  return [
    `${lines.length} lines of ${countries.length} countries can be shown; the oldest check is of ${oldest}, and the content check fails after 180 days. Lines that were only remembered are not shown until an operator confirms them (\`content/helplines/\`). Where the country is not known, nobody is assumed to live anywhere: the directory, and "your local emergency number".`, '',
    '| country | emergency | lines |', '|---|---|---|',
    ...countries.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map((country) => `| ${country.names[0] ?? country.code} | ${country.emergency.join(' / ')} | ${country.lines.map((line) => line.name).join(', ') || 'none yet'} |`),
  ];
}

function figuresPart(figures: SafetyFigures): string[] {
  const recall = (name: string, { of, hard, met }: RecallFigures): string => `| ${name} | ${of} | ${percent(hard, of)} | ${percent(met, of)} | ${of === 0 ? '-' : percent(lowerBound(met, of), 1)} |`;
  const alarms = (name: string, { of, hard, soft }: AlarmFigures): string => `| ${name} | ${of} | ${percent(hard, of)} | ${percent(soft, of)} |`;
  return [
    `Measured on ${figures.measured} with \`${figures.command}\`. Each share depends on who wrote the sentences: real people write more variously than any author. "At least" is the lower end of the 95% interval (Wilson).`, '',
    'Danger found in what another writer wrote, whom the detector had not learned from:', '',
    '| kind | sentences | alarm | alarm or care | at least |', '|---|---|---|---|---|',
    ...safetyKinds.map((kind) => recall(`\`${kind}\``, figures.otherWriter[kind] ?? { of: 0, hard: 0, met: 0 })), recall('all that should raise the alarm', figures.allHard), recall('held-out cases of the tests that should raise the alarm', figures.heldOut), '',
    'False alarms:', '',
    '| what | sentences | alarm | care |', '|---|---|---|---|',
    alarms('ordinary talk about trust and relationships, held back', figures.ordinary), alarms('sounds like danger and is none, by another writer', figures.soundsLikeDanger), '',
    'Of what is found as it was typed, how much is still found when it arrives otherwise:', '',
    '| change | still found |', '|---|---|', ...figures.changes.map(({ change, of, still }) => `| ${change} | ${percent(still, of)} |`), '',
  ];
}

const percent = (part: number, of: number): string => (of === 0 ? '-' : `${((100 * part) / of).toFixed(1)}%`);
