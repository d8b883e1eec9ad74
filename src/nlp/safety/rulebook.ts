/** All rules, compiled once, found by the words they cannot do without. */
import { timeCues } from './context.ts';
import { idioms } from './idioms.ts';
import { childSafety } from './kinds/child-safety.ts';
import { harmOthers } from './kinds/harm-others.ts';
import { immediateDanger } from './kinds/immediate-danger.ts';
import { partnerAbuse } from './kinds/partner-abuse.ts';
import { selfHarm } from './kinds/self-harm.ts';
import { sexualAssault } from './kinds/sexual-assault.ts';
import { soft } from './kinds/soft.ts';
import { suicideThreat } from './kinds/suicide-threat.ts';
import { ordinaryWords } from './ordinary-words.ts';
import type { Pattern } from './pattern.ts';
import { pattern, wordSets } from './pattern.ts';
import type { Rule } from './rule.ts';
import { lines } from './rule.ts';
import { speller } from './spelling-repair.ts';
import { classes, common } from './word-classes.ts';

export interface Worded { readonly rule: Rule; readonly pattern: Pattern }
export type Index<T extends { readonly pattern: Pattern }> = ReadonlyMap<string, readonly T[]>;

export const rules: readonly Rule[] = [...immediateDanger, ...suicideThreat, ...selfHarm, ...childSafety, ...sexualAssault, ...partnerAbuse, ...harmOthers, ...soft];

const sets = wordSets(classes);
const compile = (wording: string): Pattern[] => lines(wording).filter((line) => !line.startsWith('#')).map((line) => pattern(line, sets, common));

export const ruleIndex: Index<Worded> = index(rules.flatMap((rule) => compile(rule.wording).map((compiled) => ({ rule, pattern: compiled }))));
export const idiomIndex: Index<{ readonly pattern: Pattern }> = index(compile(idioms).map((compiled) => ({ pattern: compiled })));
export const cues = { distant: compile(timeCues.distant), over: compile(timeCues.over), closed: compile(timeCues.closed), again: compile(timeCues.again), fresh: compile(timeCues.fresh), kinder: compile(timeCues.kinder) };

/** Every word that a rule, an idiom or a cue of time names. */
export const vocabulary: ReadonlySet<string> = new Set([
  ...[...rules.map((rule) => rule.wording), idioms, ...Object.values(timeCues)].flatMap((wording) => wording.match(/(?<![@a-z])[a-z]+/g) ?? []),
  ...Object.values(classes).flatMap((words) => [...words]), ...common,
]);

export const spelling = speller(vocabulary, ordinaryWords);

function index<T extends { readonly pattern: Pattern }>(entries: readonly T[]): Index<T> {
  const found = new Map<string, T[]>();
  for (const entry of entries) {
    for (const word of entry.pattern.anchor) {
      const list = found.get(word);
      if (list === undefined) found.set(word, [entry]);
      else list.push(entry);
    }
  }
  return found;
}
