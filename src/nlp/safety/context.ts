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

export interface TimeCues { readonly distant: readonly Pattern[]; readonly over: readonly Pattern[]; readonly again: readonly Pattern[] }

export const timeCues = {
  distant: `
    ( years|decades|ages ) ~1 ago
    long ago
    long time ago
    as|being a ( child|kid|teen|teenager|girl|boy|baby )
    when i was ( a|young|little|small|in|at|younger|still|growing|my|@underage|18|19|20|21|5|6|7 )
    in my ( teens|twenties|childhood|youth|past|early|20s|30s )
    growing up
    back then
    in|at ( high school|school|college|university )
    my childhood
    ( first|previous|last|past|former|old|earlier ) ( husband|wife|marriage|relationship|relationships|boyfriend|girlfriend|partner )
    in|from ( the|a|my ) ~1 past
    i was ( 5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21 )
    @they was ( 15|16|17|18|19|20 )
  `,
  over: `
    ( i|and|but|have|has|since|long ) ~2 ( stopped|quit|recovered|healed|overcame|overcome|survived )
    clean ~2 ( for|from|since|years|months|now )
    ( years|months|days|weeks ) clean
    in recovery
    free|gone ( from|of|for|since|now )
    ( got|had|found|getting ) ~2 ( help|therapy|treatment|better )
    ( am|doing|feel|feeling|life|much|so|safe|happy|good|fine|ok|okay|great ) ~2 ( fine|better|ok|okay|safe|happy|good|great|well|glad|out|stable ) ~1 now
    now ~3 ( fine|better|ok|okay|safe|happy|good|great|well|glad|stable|remarried|free|different|healthy|kind )
    not anymore
    not do|done ~2 anymore
    no longer
    behind me
    worked through
    i ~2 ( left|escaped|divorced|got out|broke up|ended it|got away ) ~5 ( ago|since|and|now|last )
    in|with|through ~1 therapy
    glad i ~1 ( did|survived|am|lived )
    ( my|a ) new|kind ( partner|husband|boyfriend|girlfriend|wife|man )
    since therapy
    survivor
    remarried
    moved on
    ( good|better|happier|different ) place
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
};

/** How the words around a match place it in time. */
export function timeOf(words: readonly string[], match: Match, cues: TimeCues, isOver: boolean): { readonly when: When; readonly distant: boolean; readonly over: boolean } {
  const [from, to] = sentence(words, match.start);
  const said = words.slice(from, to);
  const again = some(cues.again, said);
  const distant = some(cues.distant, said);
  const over = isOver;
  const usedTo = words.slice(match.start, match.end).some((word, at) => word === 'used' && words[match.start + at + 1] === 'to');
  if (again) return { when: 'now', distant: false, over: false };
  if (over && (distant || usedTo || pastForm(words, match))) return { when: 'recovered', distant: distant || usedTo, over: true };
  if (distant || usedTo) return { when: 'past', distant: true, over: false };
  const ago = /\b(?:ago|last (?:year|month|summer|winter|spring|autumn)|in the past|back in)\b/.test(said.join(' '));
  const former = said.includes('ex') && pastForm(words, match) && !/\b(?:is|keeps|wont|will|still|has been)\b/.test(said.join(' '));
  return { when: ago || former ? 'past' : 'now', distant: false, over: false };
}

const pastOnly = set('was were had did used hit beat cut hurt threw put abused choked slapped pushed punched kicked forced raped assaulted molested attempted tried wanted strangled threatened stalked grabbed locked controlled suicidal been gone took burned threw thought');

function pastForm(words: readonly string[], match: Match): boolean {
  return words.slice(match.start, match.end + 2).some((word) => pastOnly.has(word));
}

function sentence(words: readonly string[], at: number): readonly [number, number] {
  let from = at;
  while (from > 0 && words[from - 1] !== STOP && at - from < 20) from -= 1;
  let to = at;
  while (to < words.length && words[to] !== STOP && to - at < 25) to += 1;
  return [from, to];
}

/** Whether the message says anywhere that something is over: stopped, left, safe now. */
export function saysOver(words: readonly string[], cues: TimeCues): boolean {
  return some(cues.over, words);
}

function some(patterns: readonly Pattern[], words: readonly string[]): boolean {
  return patterns.some((cue) => words.some((word, at) => cue.anchor.has(word) && matchAround(cue, words, at) !== null));
}
