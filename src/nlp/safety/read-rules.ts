/** Words -> the gravest thing the rules find in them. */
import type { SafetyReading, Who } from '../../conversation/reading.ts';
import { denied, fictional, type Overness, saysOver, supposed, timeOf } from './context.ts';
import { gravestOf, weight } from './gravity.ts';
import type { Match, Pattern } from './pattern.ts';
import { matchAround, STOP } from './pattern.ts';
import type { Rule } from './rule.ts';
import type { Index } from './rulebook.ts';
import { cues, idiomIndex, ruleIndex } from './rulebook.ts';
import { whoIs } from './whose.ts';
import { classes } from './word-classes.ts';

export interface Finding { readonly reading: SafetyReading | null; readonly rule: Rule; readonly source: string }

export function readRules(words: readonly string[]): SafetyReading | null {
  const best = gravestReading(words);
  if (best?.tier !== 'hard') return best;
  const said = words.join(' ');
  if (best.kind === 'crisis.self-harm' && best.who === 'partner' && overLeaving.test(said) && saying.test(said)) return { ...best, kind: 'crisis.partner-suicide-threat' };
  if (best.kind === 'crisis.partner-abuse' && best.when === 'now' && rightNow.test(said)) return { ...best, kind: 'crisis.immediate-danger' };
  return best;
}

const overLeaving = /\b(?:(?:if|when|whenever|unless|because|every time|each time) (?:i|we)|break up|divorce|come back|stay|pack|dump|the day i|walk out|separation|moving out|lose me|answer|trapped)\b/;
const saying = /\b(?:says|say|said|saying|threatens|threatened|threatening|tells|told|swears|screams|texts|texted|writes|writing|wrote)\b/;
const rightNow = /\b(?:door with|right now|as i type|as we speak|this minute|this second)\b/;

/** Once something is found, only what may be graver is still looked for. */
function gravestReading(words: readonly string[]): SafetyReading | null {
  let best: SafetyReading | null = null;
  let least = Infinity;
  search(words, (rule) => gravestOf(rule.tier, rule.kind) < least, ({ reading }) => {
    if (reading === null || weight(reading) >= least) return;
    best = reading;
    least = weight(reading);
  });
  return best;
}

/** Everything the rules say, with the pattern that said it. */
export function findings(words: readonly string[]): Finding[] {
  const out: Finding[] = [];
  search(words, () => true, (finding) => void out.push(finding));
  return out;
}

function search(words: readonly string[], wanted: (rule: Rule) => boolean, use: (finding: Finding) => void): void {
  const read = withoutIdioms(words);
  const parts = new Set<string>();
  const uses = new Map<Rule, number>();
  let over: Overness | null = null;
  each(read, ruleIndex, ({ rule }) => wanted(rule) && (uses.get(rule) ?? 0) < enough, (entry, match) => {
    if ((entry.rule.denial === 'usual' && denied(read, match)) || fictional(read, match) || supposed(read, match)) return;
    if (doneByAnother(entry.rule, read, match)) return;
    over ??= saysOver(read, cues);
    const reading = judge(entry.rule, read, match, over);
    const settled = reading?.when === 'now' && reading.who === 'self';
    uses.set(entry.rule, (uses.get(entry.rule) ?? 0) + (settled ? enough : 1));
    if (entry.rule.part !== undefined) {
      parts.add(entry.rule.part);
      if (parts.size < 2) return;
    }
    use({ reading, rule: entry.rule, source: entry.pattern.source });
  });
}

function judge(rule: Rule, words: readonly string[], match: Match, over: Overness): SafetyReading | null {
  const time = timeOf(words, match, cues, over, rule.kind === 'crisis.self-harm');
  if (rule.kind === 'safety.is-this-abuse' && over.kinder !== null && time.when === 'recovered') return null;
  const who = whose(rule, words, match);
  const base = { tier: rule.tier, kind: rule.kind, who, when: time.when };
  if (rule.tier === 'soft' || time.when === 'now') return { ...base, when: rule.tier === 'soft' && rule.kind !== 'safety.unsure' ? 'now' : time.when };
  if (rule.kind === 'crisis.self-harm') {
    return who === 'self' && (time.over || time.distant) ? { tier: 'soft', kind: 'safety.unsure', who, when: 'recovered' } : time.distant && who !== 'self' ? null : base;
  }
  if (rule.kind === 'crisis.immediate-danger') return { ...base, when: 'now' };
  if (time.when === 'recovered') return null;
  if (rule.kind === 'crisis.child-safety' && rule.whose === 'self' && time.distant) return null;
  return base;
}

/** "I think her husband is hurting her": the "I" is not the one who does it. */
function doneByAnother(rule: Rule, words: readonly string[], match: Match): boolean {
  const { subject, object } = match;
  if (subject === null) return false;
  const between = match.gaps.filter((at) => at > subject && at < (object ?? match.end)).map((at) => words[at] ?? '');
  if (words[subject] === 'i') return (rule.kind === 'crisis.harm-others' || rule.kind === 'crisis.self-harm') && between.some((word) => thirdPerson.has(word));
  return rule.kind === 'crisis.partner-abuse' && object !== null && words[object] !== 'me' && words[object] !== 'us' && between.includes('i');
}

function whose(rule: Rule, words: readonly string[], match: Match): Who {
  if (rule.whose === 'subject') {
    if (match.subject !== null) return whoIs(words, match.subject, 'partner');
    for (let at = match.start; at < match.end; at += 1) if (reflexive.has(words[at] ?? '')) return whoIs(words, at, 'partner');
    return speakerOf(words, match.start);
  }
  if (rule.whose !== 'object') return rule.whose;
  const doneBySelf = rule.kind === 'crisis.harm-others';
  // "I am scared of him": the one who is scared is the one it is about.
  if (!doneBySelf && match.subject === null && words[match.start] === 'i') return 'self';
  if (match.object !== null) {
    const fallback = doneBySelf && words[match.object] !== 'them' ? 'partner' : 'other';
    return whoIs(words, match.object, fallback, doneBySelf ? [] : ['partner']);
  }
  if (doneBySelf) return 'partner';
  const subject = match.subject === null ? other(words, match) : whoIs(words, match.subject, 'partner');
  return subject === 'partner' ? 'self' : subject;
}

/** Whose state a sentence without a subject of its own describes: "he says there is no reason to live". */
function speakerOf(words: readonly string[], start: number): Who {
  for (let at = start - 1; at >= Math.max(0, start - 6) && words[at] !== STOP; at -= 1) {
    const word = words[at] ?? '';
    if (word === 'i' || word === 'me' || word === 'my') return 'self';
    if (thirdPerson.has(word) && stateVerbs.has(words[at + 1] ?? '')) return whoIs(words, at, 'partner');
  }
  return 'self';
}

/** A friend, relative or child named before or inside the match, when nobody else is named. */
function other(words: readonly string[], match: Match): Who {
  for (let at = Math.max(0, match.start - 8); at < match.end; at += 1) {
    const who = whoIs(words, at, 'self');
    if (who === 'friend' || who === 'child' || (who === 'other' && relatives.has(words[at] ?? ''))) return who;
  }
  return 'self';
}

const thirdPerson: ReadonlySet<string> = new Set([...(classes['third'] ?? [])]);
const relatives: ReadonlySet<string> = classes['kin'] ?? new Set();
const stateVerbs: ReadonlySet<string> = new Set('has is says said feels thinks sees had was wants keeps finds sounds sent told'.split(' '));

/** A rule that found this much has said what it can; the rest of a long text cannot change it. */
const enough = 12;

const reflexive: ReadonlySet<string> = new Set(['himself', 'herself', 'themselves']);

/** The words with every idiom blanked, so that the places of the others stay. */
export function withoutIdioms(words: readonly string[]): readonly string[] {
  let out: string[] | null = null;
  each(words, idiomIndex, () => true, (_entry, match) => {
    out ??= [...words];
    out.fill('_', match.start, match.end);
  });
  return out ?? words;
}

function each<T extends { readonly pattern: Pattern }>(words: readonly string[], index: Index<T>, wanted: (entry: T) => boolean, use: (entry: T, match: Match) => void): void {
  for (let at = 0; at < words.length; at += 1) {
    for (const entry of index.get(words[at] ?? '') ?? []) {
      const match = wanted(entry) ? matchAround(entry.pattern, words, at) : null;
      if (match !== null) use(entry, match);
    }
  }
}
