/**
 * Does a message speak of danger to somebody? Rules on normalised words, independent of what else is understood:
 * words as typed -> spelled out and repaired -> idioms taken out -> rules -> what stands around them -> the gravest finding.
 * Read alone and joined with the last messages, because people write in pieces.
 */
import type { SafetyReading } from '../../conversation/reading.ts';
import { normalise, plain } from '../normalise.ts';
import { remembering } from '../remember.ts';
import { gravest } from './gravity.ts';
import { readLanguages } from './languages.ts';
import { STOP } from './pattern.ts';
import { findings, readRules } from './read-rules.ts';
import { withoutRepeats } from './repeats.ts';
import { spelling } from './rulebook.ts';
import { spellOut, withSubject } from './spelling-out.ts';

/** Reads the words of a text: the rules do, and what was learned. */
export type ReadWords = (words: readonly string[]) => SafetyReading | null;
/** What was learned, beside what the rules found: a soft reading in place of their hard one where all is told as over, null where nothing is to say. */
export type LearnedWords = (words: readonly string[], ruled: SafetyReading | null) => SafetyReading | null;
/** `earlier`: the person's messages of the last two minutes, oldest first, at most five. Never throws. */
export type DetectSafety = (text: string, earlier: readonly string[]) => SafetyReading | null;

/** The rules alone: what is left when nothing could be learned. */
export const detectSafety: DetectSafety = createDetectSafety(null);

/** `learned` speaks where the rules raise no alarm, and calms one about what is long over; should it fail, the rules have spoken. */
export function createDetectSafety(learned: LearnedWords | null): DetectSafety {
  return (text, earlier) => {
    const alone = read(text, learned);
    if (alone?.tier === 'hard' || earlier.length === 0) return alone;
    if (isHeardAsOver(text, alone)) return alone;
    const joined = readJoined(beginning(text), earlier.slice(-5).map(ending));
    return gravest([alone, joined]) ?? readPieces(text, earlier, learned);
  };
}

/** What a whole message tells as over is not louder because something stood before it ("what if he does it again"). */
function isHeardAsOver(text: string, alone: SafetyReading | null): boolean {
  if (alone !== null) return read(text, null)?.tier === 'hard';
  if (text.length <= shortPiece) return false;
  const found = attempt(() => findings(safetyWords(text))) ?? [];
  return found.length > 0 && found.every(({ reading }) => reading === null);
}

/** The words that the rules read, for `chat --why` and the tests. */
export function safetyWords(text: string): string[] {
  return wordsOf(normalise(text));
}

function wordsOf(normalised: string): string[] {
  const words = withoutRepeats(spellOut(normalised)).flatMap(repaired);
  return withSubject(spellOut(words.join(' ')));
}

const repaired = remembering((word) => (word === STOP ? [STOP] : spelling.repair(word)));

/** The rules name kind, person and time best, and know what is over: what they are sure of is not asked again. */
function read(text: string, learned: LearnedWords | null): SafetyReading | null {
  const normalised = normalise(text);
  const words = attempt(() => wordsOf(normalised)) ?? [];
  const ruled = gravest([attempt(() => readRules(words)), attempt(() => readLanguages(plain(text), normalised))]);
  if (learned === null || ruled?.when === 'recovered') return ruled;
  const learnt = attempt(() => learned(words, ruled));
  if (ruled?.tier === 'hard') return learnt?.tier === 'soft' ? learnt : ruled;
  return learnt?.tier === 'hard' ? learnt : ruled ?? learnt;
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Short pieces ("the pills" / "are next to me") are one thought, which only what was learned may know. */
function readPieces(text: string, earlier: readonly string[], learned: LearnedWords | null): SafetyReading | null {
  if (learned === null || text.length > shortPiece) return null;
  const pieces = earlier.slice(earlier.findLastIndex((piece) => piece.length > shortPiece) + 1);
  if (pieces.length === 0 || pieces.some((piece) => read(piece, learned) !== null)) return null;
  const joined = read([...pieces, text].join(' '), learned);
  return joined?.tier === 'hard' ? joined : null;
}
const shortPiece = 40;

/** Only what the newest piece makes new: an earlier message that was serious by itself has had its answer. */
function readJoined(text: string, earlier: readonly string[]): SafetyReading | null {
  let before = '';
  for (const piece of earlier.toReversed()) {
    before = join(piece, before);
    const without = read(before, null);
    if (without?.tier === 'hard') return null;
    const reading = read(join(before, text), null);
    if (reading !== null && (reading.tier === 'hard' || without === null)) return reading;
  }
  return null;
}

/**
 * Long messages meet only where one ends and the next begins: each was read whole when it came, and six long ones read whole
 * again for every new one would keep everybody else waiting. Cut at a space, for half a word can mean something else.
 */
function ending(text: string): string {
  if (text.length <= seam) return text;
  const end = text.slice(-seam);
  return end.slice(Math.max(0, end.search(/\s/u)));
}

function beginning(text: string): string {
  if (text.length <= seam) return text;
  const start = text.slice(0, seam);
  return start.slice(0, Math.max(0, start.lastIndexOf(' ')));
}

const seam = 500;

/** Short pieces are one sentence, long ones are sentences of their own. */
function join(first: string, second: string): string {
  if (second === '') return first;
  return first.length <= 30 && second.length <= 160 ? `${first.replaceAll(/[.!?;]/g, ' ')} ${second}` : `${first} . ${second}`;
}
