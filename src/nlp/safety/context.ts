/** What stands around the words of a rule and turns their meaning: denial, fiction, and when it was. */
import type { When } from '../../conversation/reading.ts';
import type { Match, Pattern } from './pattern.ts';
import { matchAround, STOP } from './pattern.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const nots = set('not never no nobody none without neither nor isnt hardly');
const undone = set('stop stopped stopping help know sure understand believe tell told remember care matter mind longer enough wait stand get see say talk before explain prove');
const parting = set('and then so because until since after while');
const notSaid = set('think thinks saying said mean that like afraid scared worried claiming');

/** "he has never hit me", "I'd never hurt her", "I'm not saying he hits me"; but not "I can't stop" or "he can't calm down and hits me". */
export function denied(words: readonly string[], match: Match): boolean {
  for (const at of match.gaps) if (nots.has(words[at] ?? '') && words[at + 1] !== 'only' && holds(words, at, match.end)) return true;
  for (let at = match.start - 1; at >= Math.max(0, match.start - 4); at -= 1) {
    const word = words[at] ?? '';
    if (word === STOP || word === 'but' || (match.subject === null && parting.has(word))) return false;
    if (!nots.has(word)) continue;
    if (match.subject === match.start) return notSaid.has(words[at + 1] ?? '') && at + 1 < match.start;
    return holds(words, at, match.start);
  }
  return false;
}

function holds(words: readonly string[], at: number, end: number): boolean {
  for (let next = at + 1; next < end; next += 1) {
    const word = words[next] ?? '';
    if (undone.has(word) || parting.has(word)) return false;
    if (next > at + 4) return true;
  }
  return true;
}

const told = set('movie film show series episode book novel song songs lyrics lyric game games character characters scene plot netflix podcast documentary story poem anime manga drama essay article news homework dream dreamt dreamed nightmare vr singing sings sang sing quote quoted films movies shows books thriller musical opera actor actress fanfic fiction novels');
const within = set('in from a the my this that of for');
const ownWords = set('and but because so makes made make while since after then real actually myself');

/** "in the film he kills himself", "a song about dying"; but not "we watched a film and he hit me". */
export function fictional(words: readonly string[], match: Match): boolean {
  for (let at = match.start - 1; at >= Math.max(0, match.start - 12) && words[at] !== STOP; at -= 1) {
    if (ownWords.has(words[at] ?? '')) break;
    if (told.has(words[at] ?? '')) return true;
  }
  for (const at of match.gaps) if (told.has(words[at] ?? '')) return true;
  for (let at = match.end; at < Math.min(words.length, match.end + 7) && words[at] !== STOP; at += 1) {
    if (ownWords.has(words[at] ?? '')) return false;
    if (told.has(words[at] ?? '') && within.has(words[at - 1] ?? '')) return true;
  }
  return false;
}

/** "if he ever hit me I would leave". */
export function supposed(words: readonly string[], match: Match): boolean {
  if (words[match.start - 1] !== 'if' || !words.slice(match.start, match.end).includes('ever')) return false;
  const after = words.slice(match.end, match.end + 5).join(' ');
  return /\bi (?:would|will|am)\b/.test(after);
}

/** `distant`: long ago. `over`: done with, as people say it also of yesterday. `closed`: done with for good. `again`, `fresh`: back, or just now. `kinder`: the partner of today is another. */
export interface TimeCues { readonly distant: readonly Pattern[]; readonly over: readonly Pattern[]; readonly closed: readonly Pattern[]; readonly again: readonly Pattern[]; readonly fresh: readonly Pattern[]; readonly kinder: readonly Pattern[] }

export const timeCues = {
  distant: `
    ( years|decades|ages|yrs ) ~1 ago|back|earlier
    long ago
    long time ago
    as|being a ( child|kid|teen|teenager|girl|boy|baby )
    when i was ( a|young|little|small|in|at|younger|still|growing|my|@underage|18|19|20|21|22|5|6|7 )
    at ( 18|19|20|21|22|twenty|nineteen|eighteen ) i
    in my|his|her ( teens|twenties|thirties|childhood|youth|past|early|20s|30s )
    growing up
    back then
    back|that was|was|happened|left|in|since ( in|around|of )? @year
    in|at ( high school|school|college|university|uni )
    my childhood
    ( first|previous|last|past|former|old|earlier|late ) ( husband|wife|marriage|relationship|relationships|boyfriend|girlfriend|partner|bf|gf )
    in|from ( the|a|my ) ~1 past
    i was ( 5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21 )
    @they was ( 15|16|17|18|19|20 )
    once|back tried|attempted|wanted
    another life|country
    in the war
    once upon a time
    before i|we met
    ( since i last )
    for ~1 ( ten|eleven|twelve|twenty|several|many|some ) years
    ( five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|many|several|2|3|4|5|6|7|8|9|10|11|12|15|20|30 ) years ( now|since|that|have|has|and|of peace|clean|free|out|later )
  `,
  over: `
    ( i|and|but|have|has|since|long ) ~2 ( stopped|quit|recovered|healed|overcame|overcome|survived )
    clean ~2 ( for|from|since|years|months|now )
    ( years|months|days|weeks ) clean
    in recovery
    free|gone ( from|of|for|since|now )
    ( got|had|found|getting ) ~2 ( help|therapy|treatment|better )
    ( am|doing|feel|feeling|life|much|so|safe|happy|good|fine|ok|okay|great|grand|all ) ~2 ( fine|better|ok|okay|safe|happy|happily|good|great|well|glad|out|stable|grand|right|settled|healed|peace|cured|married ) ~1 now|today|since|for
    ( i|and|now|today|we ) ~1 ( am|doing|is|are|has been|have been ) ~2 ( fine|better|ok|okay|safe|happy|happily|well|stable|grand|healed|grateful|cured|remarried|free )
    now|today ~3 ( fine|better|ok|okay|safe|happy|good|great|well|glad|stable|remarried|free|different|healthy|kind|cured|married )
    not anymore
    not since
    not now
    not do|done ~2 anymore
    no longer
    behind me
    worked through
    been through
    i ~2 ( left|escaped|divorced|got out|broke up|ended it|got away ) ~5 ( ago|since|and|now|last )
    in|with|through ~1 therapy
    glad|grateful ~4 ( did|survived|am|lived|failed|it )
    ( my|a|the ) ~1 new|kind|gentle ( partner|husband|boyfriend|girlfriend|wife|man|one )
    my|the ( present|second|current|next|new ) ( partner|husband|boyfriend|girlfriend|wife|one|bf|gf )
    since therapy
    survivor
    remarried
    moved on
    other side
    my own front door
    ( good|better|happier|different ) place
    made ~1 peace
    has been dead
    nightmares are rare
    doing good|well|great|okay|fine
    what peace is
    now i ~1 ( want only|want to know|want a|garden|live )
    ( want|like|learning|learn|trying ) ~1 to ( learn|trust|know ) ~4 ( again|if|a|trust|whether )
  `,
  closed: `
    ( i ~1 ( have )? )? ( healed|recovered|survived|overcame )
    ( years|decades ) ~1 ( clean|free|out|sober|since )
    clean for|since ~2 years
    ( left|escaped|got out|walked out|got away|been free|been out|free|safe|well|dead|stopped|gone ) ~5 years
    ( that|it|all|which|this ) ( is|was|has been ) ~2 ( over|behind|another life|ancient history|done with|in the past|long past )
    done and dusted
    another life
    long dead|healed|over|gone
    late husband|wife|partner
    behind me
    completely cured|recovered|healed
    old ( scars|scar )
    has been dead
    not since
    not now
    the wanting to die stage
    ( years|decades ) ~1 ago ~8 ( fine|well|better|happy|happily|safe|good|grand|remarried|healed )
    @year ~3 i am ( well|fine|happy|safe|free )
  `,
  again: `
    again|relapsed|relapse|urge|urges|tonight|still|lately|recently|currently|yesterday|today
    right now
    this ( week|morning|month|evening )
    last night
    these days
    back ( to|at|on|into|there )
    started|starting|starts
    now i ~1 ( want to die|want to end|am thinking|feel like dying|cut )
    every ( night|day|time|week )
    all the time
    keep|keeps
  `,
  fresh: `
    relapsed|relapse|urge|urges|tonight|lately|recently|currently
    ( thoughts|thinking|it|he|she|they|is|are|cutting|happened|hit|hits|started ) ~2 again
    right now
    this ( week|morning|month|evening )
    last night|week|weekend
    ( hit|hits|hurt|cut|choked|pushed|did|came|took|tried|raped|assaulted|threatened|beat ) ~5 ( today|yesterday )
    monday|tuesday|wednesday|thursday|friday|saturday|sunday|hospital
    ( today|yesterday ) ~2 ( he|she|they|i ~1 ( cut|hurt|tried|want|hit|pushed ) )
    back ( to|at|on|into|there )
    started|starting|starts
    now i ~1 ( want to die|want to end|am thinking|feel like dying|cut )
    every ( night|day|time|week )
    all the time
    keep|keeps
    ( he|she|they|husband|wife|partner|boyfriend|girlfriend|ex ) ~1 ( still|is|will|wants|follows|calls|comes )
  `,
  kinder: `
    my|the ( new|second|present|current|next ) ( partner|husband|wife|boyfriend|girlfriend|bf|gf|man|woman|one|guy|fiance|fiancee|relationship )? ( is|has been|treats me ) ~3 ( kind|gentle|good|patient|safe|wonderful|caring|calm|different|well )
    ( with|to|met|found|have|married ) a ~1 ( good|kind|gentle|patient|safe|caring|wonderful ) ( man|woman|guy|partner|husband|wife|boyfriend|girlfriend|person|soul|one )
  `,
};

/** It is back, or not long ago, or has never stopped. */
export function goesOn(words: readonly string[], cues: TimeCues): boolean {
  return some(cues.fresh, words) || lasts(words) || words.some((word, at) => word === 'ago' && recent.has(words[at - 1] ?? ''));
}
const recent = set('day days week weeks month months');

/** "I have been like this for ten years" is not ten years ago. */
function lasts(words: readonly string[]): boolean {
  const been = words.findIndex((word, at) => word === 'been' && (words[at - 1] === 'have' || words[at - 1] === 'has'));
  if (been < 0) return false;
  const years = words.indexOf('years', been);
  const from = words.indexOf('for', been);
  return from > been && from - been <= 5 && years > from && years - from <= 3;
}

/** How the words around a match place it in time. Only what lies far back or is closed for good is past: who was hit by "my new boyfriend" and feels "better now" is in danger. `passes`: what it is about can be over as soon as somebody says so, as thoughts of dying can. */
export function timeOf(words: readonly string[], match: Match, cues: TimeCues, how: Overness, passes = false): { readonly when: When; readonly distant: boolean; readonly over: boolean } {
  if (how.kinder !== null && match.start < how.kinder) {
    const early = words.slice(Math.max(0, match.start - 3), Math.min(match.end, how.kinder));
    if (early.some((word) => pastOnly.has(word)) && !some(cues.fresh, words.slice(0, how.kinder))) return { when: 'recovered', distant: true, over: true };
  }
  const [from, to] = sentence(words, match.start);
  const said = words.slice(from, to);
  const own = some(cues.distant, said);
  const usedTo = words.slice(match.start, match.end).some((word, at) => word === 'used' && words[match.start + at + 1] === 'to') || (words[match.start - 1] === 'to' && words[match.start - 2] === 'used');
  const past = pastForm(words, match) || (own && !presentForm(words, match));
  const long = own || usedTo || how.distant;
  if (how.closed ? some(cues.fresh, said) : some(cues.again, said)) return { when: 'now', distant: false, over: false };
  if (!how.over && !how.closed && lasts(said)) return { when: 'now', distant: false, over: false };
  if (((how.over && (long || passes)) || how.closed) && (past || usedTo)) return { when: 'recovered', distant: true, over: true };
  if ((own && past) || usedTo) return { when: 'past', distant: true, over: false };
  const ago = /\b(?:ago|last (?:year|month|summer|winter|spring|autumn)|in the past|back in)\b/.test(said.join(' '));
  const formerly = said.includes('ex') && pastForm(words, match) && !/\b(?:is|keeps|wont|will|still|has been)\b/.test(said.join(' '));
  return { when: ago || formerly ? 'past' : 'now', distant: false, over: false };
}

const pastOnly = set('was were had did used hit beat cut hurt threw put abused choked slapped pushed punched kicked forced raped assaulted molested attempted tried wanted strangled threatened stalked grabbed locked controlled suicidal been gone took burned threw thought overdosed harmed dragged lock was');

function pastForm(words: readonly string[], match: Match): boolean {
  return words.slice(match.start, match.end + 2).some((word) => pastOnly.has(word));
}

const present = set('want wants wish wishes am is are hits beats keeps wanna hurts chokes locks threatens has');

/** "i want to die" stays of now, whatever else the sentence tells. */
function presentForm(words: readonly string[], match: Match): boolean {
  return words.slice(match.start, match.end).some((word) => present.has(word));
}

function sentence(words: readonly string[], at: number): readonly [number, number] {
  let from = at;
  while (from > 0 && words[from - 1] !== STOP && at - from < 20) from -= 1;
  let to = at;
  while (to < words.length && words[to] !== STOP && to - at < 25) to += 1;
  return [from, to];
}

/**
 * What a message says anywhere about something being over: stopped, left, safe now; for good; long ago. `kinder`: from which word on it
 * tells of another, kinder partner, after one of the past; null where nothing does, or where it goes on about that one.
 */
export interface Overness { readonly over: boolean; readonly closed: boolean; readonly distant: boolean; readonly kinder: number | null }
export function saysOver(words: readonly string[], cues: TimeCues): Overness {
  const closed = some(cues.closed, words);
  return { over: closed || some(cues.over, words), closed, distant: some(cues.distant, words), kinder: kinderFrom(words, cues) };
}

function kinderFrom(words: readonly string[], { kinder }: TimeCues): number | null {
  const found = kinder.flatMap((cue) => words.flatMap((word, at) => (cue.anchor.has(word) ? (matchAround(cue, words, at) ?? []) : []))).at(-1);
  if (found === undefined || !words.slice(0, found.start).some((word) => former.has(word))) return null;
  return words.slice(found.end).some((word) => ofThem.has(word)) ? null : found.start;
}
const former = set('ex first former previous last old abusive violent');
const ofThem = set('he she him they them');

function some(patterns: readonly Pattern[], words: readonly string[]): boolean {
  return patterns.some((cue) => words.some((word, at) => cue.anchor.has(word) && matchAround(cue, words, at) !== null));
}
