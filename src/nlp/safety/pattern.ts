/**
 * A small language for wording: `s=@anyone ~2 @want to ~1 @die` is somebody, at most two words, a form of "want", "to",
 * at most one word, a form of "die". Rules written so cover many sentences, can be read aloud, and are matched over
 * words with bounded gaps, so no text can make them slow the way a regular expression can.
 *
 * word|@class   one word out of these            ~3       none to three words, never past a full stop
 * !word|@class  the next word is none of these   ^ $      start, end of the sentence
 * ( a b|c )     one of these sequences           x?       x may be missing (also `)?`)
 * s=x  o=x      x is who does it, who it is done to
 */
export interface Pattern {
  readonly source: string;
  /** Every match contains one of these words, `before.max` words or fewer after the match's start. */
  readonly anchor: ReadonlySet<string>;
  readonly before: number;
  /** The words a match can start with; null when anything may come first. */
  readonly first: ReadonlySet<string> | null;
  readonly run: Step;
}

export interface Match { readonly start: number; readonly end: number; readonly subject: number | null; readonly object: number | null; readonly gaps: readonly number[] }

/** The mark that ends a sentence, as a word of its own. */
export const STOP = '.';

interface Trail { subject: number | null; object: number | null; readonly gaps: number[] }
type Next = (at: number) => boolean;
type Step = (words: readonly string[], at: number, trail: Trail, next: Next) => boolean;
interface Part { readonly run: Step; readonly min: number; readonly max: number; readonly anchor: Anchor | null; readonly first: ReadonlySet<string> | null }
interface Anchor { readonly words: ReadonlySet<string>; readonly offset: number; readonly weight: number }

export type Classes = Readonly<Record<string, ReadonlySet<string>>>;
/** The words that `word|@class` stands for. */
export type WordSets = (item: string) => ReadonlySet<string>;

/** The same words are one set in all patterns. Throws an `Error` that names a class there is not. */
export function wordSets(classes: Classes): WordSets {
  const made = new Map<string, ReadonlySet<string>>();
  const classOf = (name: string): ReadonlySet<string> => {
    const words = classes[name.slice(1)];
    if (words === undefined) throw new Error(`there is no class ${name}`);
    return words;
  };
  const unionOf = (item: string): ReadonlySet<string> => {
    const set = new Set<string>();
    for (const name of item.split('|')) {
      if (name.startsWith('@')) for (const each of classOf(name)) set.add(each);
      else set.add(name);
    }
    return set;
  };
  return (item) => {
    const known = made.get(item);
    if (known !== undefined) return known;
    const set = item.startsWith('@') && !item.includes('|') ? classOf(item) : unionOf(item);
    made.set(item, set);
    return set;
  };
}

/** Throws an `Error` that names the pattern when it is written wrongly: patterns are code, so this is a bug. */
export function pattern(source: string, sets: WordSets, common: ReadonlySet<string>): Pattern {
  const items = itemsOf(source);
  let at = 0;
  const fail = (why: string): never => {
    throw new Error(`safety pattern "${source}": ${why}`);
  };

  function alternatives(): Part {
    const choices: Part[] = [];
    const words: string[] = [];
    let run: Part[] = [];
    const close = (before: number): void => {
      const item = items[before] ?? '';
      if (run.length === 1 && /^@?[a-z0-9]+$/.test(item)) words.push(item);
      else choices.push(sequence(run));
      run = [];
    };
    for (; at < items.length; at += 1) {
      const item = items[at] ?? '';
      if (item === ')' || item === ')?') break;
      if (item === '/') close(at - 1);
      else if (item === '(') {
        at += 1;
        const inner = alternatives();
        run.push(items[at] === ')?' ? optional(inner) : inner);
        if (at >= items.length) fail('a bracket is not closed');
      } else run.push(single(item));
    }
    close(at - 1);
    if (words.length > 0) choices.push(word(wordSet(words.join('|')), null, common));
    return choices.length === 1 && choices[0] !== undefined ? choices[0] : either(choices);
  }

  function single(item: string): Part {
    if (item.startsWith('~')) return gap(Number(item.slice(1)));
    if (item === '^') return look((words, here) => here === 0 || words[here - 1] === STOP);
    if (item === '$') return look((words, here) => here >= words.length || words[here] === STOP);
    if (item.startsWith('!')) {
      const set = wordSet(item.slice(1));
      return look((words, here) => !set.has(words[here] ?? STOP));
    }
    if (item.endsWith('?')) return optional(single(item.slice(0, -1)));
    const role = item.startsWith('s=') ? 'subject' : item.startsWith('o=') ? 'object' : null;
    return word(wordSet(role === null ? item : item.slice(2)), role, common);
  }

  function wordSet(item: string): ReadonlySet<string> {
    try {
      return sets(item);
    } catch (error) {
      return fail(error instanceof Error ? error.message : item);
    }
  }

  const whole = alternatives();
  if (at < items.length) fail('a bracket too many');
  const anchor = whole.anchor ?? fail('it needs at least one word that must be there');
  return { source, anchor: anchor.words, before: anchor.offset, first: whole.first, run: whole.run };
}

/** The match around `anchorAt` that starts latest, so that its subject is the nearest one, or null. */
export function matchAround(candidate: Pattern, words: readonly string[], anchorAt: number): Match | null {
  for (let start = anchorAt; start >= Math.max(0, anchorAt - candidate.before); start -= 1) {
    if (candidate.first !== null && !candidate.first.has(words[start] ?? '')) continue;
    const trail: Trail = { subject: null, object: null, gaps: [] };
    let end = -1;
    if (candidate.run(words, start, trail, (here) => {
      end = here;
      return true;
    })) return { start, end, ...trail };
  }
  return null;
}

/** Inside brackets `|` parts whole sequences, except after `!`; outside, it parts words. */
function itemsOf(source: string): string[] {
  let depth = 0;
  const items: string[] = [];
  for (const item of source.replaceAll(/([()])/g, ' $1 ').trim().split(/\s+/)) {
    if (item === '(') depth += 1;
    if (item === ')') depth -= 1;
    if (item === '?') items[items.length - 1] += '?';
    else if (depth > 0 && !item.startsWith('!')) items.push(...item.split(/(\|)/).filter((part) => part !== '').map((part) => (part === '|' ? '/' : part)));
    else items.push(item);
  }
  return items;
}

function word(set: ReadonlySet<string>, role: 'subject' | 'object' | null, common: ReadonlySet<string>): Part {
  let weight = set.size;
  for (const one of set) if (common.has(one)) weight += 60;
  const run: Step = (words, at, trail, next) => {
    if (!set.has(words[at] ?? '')) return false;
    if (role === null) return next(at + 1);
    const before = trail[role];
    trail[role] = at;
    if (next(at + 1)) return true;
    trail[role] = before;
    return false;
  };
  return { run, min: 1, max: 1, anchor: { words: set, offset: 0, weight }, first: set };
}

function gap(most: number): Part {
  const run: Step = (words, at, trail, next) => {
    for (let count = 0; ; count += 1) {
      if (next(at + count)) return true;
      const skipped = words[at + count];
      if (count === most || skipped === undefined || skipped === STOP || skipped === 'but') break;
      trail.gaps.push(at + count);
    }
    while (trail.gaps.length > 0 && (trail.gaps.at(-1) ?? -1) >= at) trail.gaps.pop();
    return false;
  };
  return { run, min: 0, max: most, anchor: null, first: null };
}

function look(holds: (words: readonly string[], at: number) => boolean): Part {
  return { run: (words, at, _trail, next) => holds(words, at) && next(at), min: 0, max: 0, anchor: null, first: null };
}

function optional(part: Part): Part {
  return { run: (words, at, trail, next) => part.run(words, at, trail, next) || next(at), min: 0, max: part.max, anchor: null, first: null };
}

function sequence(parts: readonly Part[]): Part {
  let anchor: Anchor | null = null;
  let min = 0;
  let max = 0;
  for (const part of parts) {
    if (part.anchor !== null && (anchor === null || part.anchor.weight < anchor.weight)) {
      anchor = { ...part.anchor, offset: max + part.anchor.offset };
    }
    min += part.min;
    max += part.max;
  }
  const run = parts.map((part) => part.run).reduceRight<Step | null>((after, step) => (after === null ? step : chain(step, after)), null) ?? nothing;
  return { run, min, max, anchor, first: parts.find((part) => part.max > 0)?.first ?? null };
}

function chain(first: Step, then: Step): Step {
  return (words, at, trail, next) => first(words, at, trail, (there) => then(words, there, trail, next));
}

function nothing(_words: readonly string[], at: number, _trail: Trail, next: Next): boolean {
  return next(at);
}

function either(parts: readonly Part[]): Part {
  const anchors = parts.map((part) => part.anchor);
  const all = anchors.filter((anchor) => anchor !== null);
  return {
    run: (words, at, trail, next) => parts.some((part) => part.run(words, at, trail, next)),
    min: Math.min(...parts.map((part) => part.min)),
    max: Math.max(...parts.map((part) => part.max)),
    first: parts.every((part) => part.first !== null) ? new Set(parts.flatMap((part) => [...(part.first ?? [])])) : null,
    anchor: all.length < anchors.length ? null : {
      words: new Set(all.flatMap((anchor) => [...anchor.words])),
      offset: Math.max(...all.map((anchor) => anchor.offset)),
      weight: all.reduce((sum, anchor) => sum + anchor.weight, 0),
    },
  };
}
