/**
 * Understanding: safety and intent, each read by itself, so that one failing never stops the other.
 * Nothing here throws, whatever the text is.
 */
import { noReading, type Reading, safetyKinds, type SafetyReading, type Understand } from '../conversation/reading.ts';
import { asks } from './asking.ts';
import type { Classified, Classify } from './classifier.ts';
import { roleIn } from './deeds.ts';
import type { Gist } from './gist.ts';
import { languageOf } from './language.ts';
import type { Restore } from './restore.ts';
import { saysUnderEighteen } from './safety/under-eighteen.ts';
import { readablePart, wordsOf } from './words.ts';

export type DetectSafety = (text: string, earlier: readonly string[]) => SafetyReading | null;

/** `gistOf`: what may be counted of a text that nothing fits; without it nothing is. `restore`: see restore.ts; safety reads what was typed. */
export function createUnderstand(classify: Classify, detectSafety: DetectSafety, isEnglish: (word: string) => boolean, gistOf: Gist = () => null, restore: Restore = (text) => text): Understand {
  return (text, before) => {
    // A rating or a menu number is no piece of a sentence.
    const earlier = /^\s*\d{1,3}\s*$/u.test(text) ? [] : before;
    const safety = attempt(() => detectSafety(text, earlier), null);
    const meant = attempt(() => restore(readablePart(text)), text);
    const classified = attempt(() => classifyInPieces(classify, restore, meant, earlier), noReading);
    const manner = attempt(() => mannerOf(text, meant, isEnglish), nothingSaid);
    const read = withSafety(classified, safety);
    const gist = read.decision === 'none' && read.safety === null ? attempt(() => gistOf(meant), null) : null;
    return { ...read, ...manner, gist };
  };
}

type Manner = Pick<Reading, 'role' | 'minor' | 'question' | 'language'>;
const nothingSaid: Manner = { role: null, minor: false, question: false, language: 'und' };

function mannerOf(text: string, meant: string, isEnglish: (word: string) => boolean): Manner {
  return { role: roleIn(wordsOf(meant)), minor: saysUnderEighteen(readablePart(text)), question: asks(meant), language: languageOf(meant, isEnglish) };
}

/**
 * A message that says too little by itself ("again") is read together with those just before it ("he", "did it"),
 * back to the last one that was understood: that one has had its answer.
 */
function classifyInPieces(classify: Classify, restore: Restore, text: string, earlier: readonly string[]): Classified {
  const alone = classify(text);
  if (alone.decision === 'answer' || earlier.length === 0) return alone;
  const answered = earlier.findLastIndex((piece) => classify(restore(piece)).decision === 'answer');
  const pieces = earlier.slice(answered + 1);
  if (pieces.length === 0) return alone;
  const joined = classify(restore([...pieces, text].join(' ')));
  return joined.decision === 'answer' ? joined : alone;
}

/** A safety reading names the intent. An intent about danger that the safety part did not see is met with a careful question. */
function withSafety(classified: Classified, safety: SafetyReading | null): Classified & Pick<Reading, 'safety'> {
  if (safety !== null) {
    const { intent, confidence, decision } = classified;
    const alternatives = decision === 'none' ? classified.alternatives : [{ intent, confidence }, ...classified.alternatives];
    return { ...classified, intent: safety.kind, confidence: 1, decision: 'answer', alternatives: alternatives.filter((other) => other.intent !== safety.kind).slice(0, 3), safety };
  }
  if (classified.decision === 'choice' && aboutDanger(classified.intent) && classified.confidence < leastDoubt) {
    return { ...classified, intent: 'out-of-scope', decision: 'none', alternatives: classified.alternatives.filter(({ intent }) => !aboutDanger(intent)), also: null, safety };
  }
  if (classified.decision !== 'none' && aboutDanger(classified.intent)) {
    const doubt = doubtOf(classified.intent, classified.decision === 'answer');
    return { ...classified, intent: doubt.kind, decision: 'answer', safety: doubt };
  }
  return { ...classified, safety };
}

/** Below this a reading is a guess among dozens: to be asked about dying for "I have to think about it" hurts, and help is a press away. */
const leastDoubt = 0.25;
const aboutDanger = (intent: string): boolean => intent.startsWith('crisis.') || intent.startsWith('safety.');

/**
 * Danger that only the intents heard, as in a language of which the detector knows a few phrases. Surely read, it is a crisis as any other.
 * Otherwise it is met softly: with care and lines where it sounds like abuse, with a plain question elsewhere.
 */
function doubtOf(intent: string, sure: boolean): SafetyReading {
  const crisis = sure ? safetyKinds.find((each) => each === intent && each.startsWith('crisis.')) : undefined;
  if (crisis) return { tier: 'hard', kind: crisis, who: crisis === 'crisis.child-safety' ? 'child' : 'self', when: 'unclear' };
  const kind = softKinds.find((each) => each === intent) ?? (intent === 'crisis.partner-abuse' ? 'safety.is-this-abuse' : 'safety.unsure');
  return { tier: 'soft', kind, who: kind === 'safety.unsure' ? 'unclear' : 'self', when: 'unclear' };
}
const softKinds = ['safety.is-this-abuse', 'safety.minor', 'safety.spying'] as const satisfies readonly SafetyReading['kind'][];

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
