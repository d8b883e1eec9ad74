/** Words -> the gravest thing the rules find in them. */
import type { SafetyReading, Who } from '../../conversation/reading.ts';
import { denied, fictional, supposed, timeOf } from './context.ts';
import { gravest } from './gravity.ts';
import type { Match, Pattern } from './pattern.ts';
import { matchAround } from './pattern.ts';
import type { Rule } from './rule.ts';
import type { Index } from './rulebook.ts';
import { cues, idiomIndex, ruleIndex } from './rulebook.ts';
import { whoIs } from './whose.ts';

export interface Finding { readonly reading: SafetyReading | null; readonly rule: Rule; readonly source: string }

export function readRules(words: readonly string[]): SafetyReading | null {
  return gravest(findings(words).map((finding) => finding.reading));
}

/** Everything the rules say, with the pattern that said it. */
export function findings(words: readonly string[]): Finding[] {
  const read = withoutIdioms(words);
  const out: Finding[] = [];
  const parts = new Set<string>();
  each(read, ruleIndex, (entry, match) => {
    if ((entry.rule.denial === 'usual' && denied(read, match)) || fictional(read, match) || supposed(read, match)) return;
    const reading = judge(entry.rule, read, match);
    if (entry.rule.part !== undefined) {
      parts.add(entry.rule.part);
      if (parts.size < 2) return;
    }
    out.push({ reading, rule: entry.rule, source: entry.pattern.source });
  });
  return out;
}

function judge(rule: Rule, words: readonly string[], match: Match): SafetyReading | null {
  const time = timeOf(words, match, cues);
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

function whose(rule: Rule, words: readonly string[], match: Match): Who {
  if (rule.whose === 'subject') {
    if (match.subject !== null) return whoIs(words, match.subject, 'partner');
    for (let at = match.start; at < match.end; at += 1) if (reflexive.has(words[at] ?? '')) return whoIs(words, at, 'partner');
    return 'self';
  }
  if (rule.whose !== 'object') return rule.whose;
  const doneBySelf = rule.kind === 'crisis.harm-others';
  if (match.object !== null) {
    const fallback = doneBySelf && words[match.object] !== 'them' ? 'partner' : 'other';
    return whoIs(words, match.object, fallback, doneBySelf ? [] : ['partner']);
  }
  if (doneBySelf) return 'partner';
  const subject = match.subject === null ? 'self' : whoIs(words, match.subject, 'partner');
  return subject === 'partner' ? 'self' : subject;
}

const reflexive: ReadonlySet<string> = new Set(['himself', 'herself', 'themselves']);

/** The words with every idiom blanked, so that the places of the others stay. */
function withoutIdioms(words: readonly string[]): readonly string[] {
  let out: string[] | null = null;
  each(words, idiomIndex, (_entry, match) => {
    out ??= [...words];
    out.fill('_', match.start, match.end);
  });
  return out ?? words;
}

function each<T extends { readonly pattern: Pattern }>(words: readonly string[], index: Index<T>, use: (entry: T, match: Match) => void): void {
  for (let at = 0; at < words.length; at += 1) {
    for (const entry of index.get(words[at] ?? '') ?? []) {
      const match = matchAround(entry.pattern, words, at);
      if (match !== null) use(entry, match);
    }
  }
}
