/**
 * The classifier as a function: a text in, an intent with calibrated confidence and a decision out.
 */
import type { Reading, Scored } from '../conversation/reading.ts';
import { confidenceOf, decisionOf, type Calibration } from './calibration.ts';
import { createLook, type Evidence } from './look.ts';
import type { Model } from './model.ts';
import type { Vectors } from './word-vectors.ts';

export type Classified = Pick<Reading, 'intent' | 'confidence' | 'alternatives' | 'decision' | 'also' | 'why'>;
export type Classify = (text: string) => Classified;

export function createClassifier(model: Model, calibration: Calibration, isEnglish: (word: string) => boolean, vectors?: Vectors): Classify {
  const look = createLook(model, isEnglish, vectors);
  return (text) => {
    const looked = look(text);
    const { right, known } = confidenceOf(calibration, looked);
    const decision = decisionOf(calibration, right, known);
    const scored = scoredOf(looked, right);
    if (decision === 'none') {
      return { intent: 'out-of-scope', confidence: 1 - known, alternatives: scored.slice(0, 3), decision, also: null, why: [] };
    }
    const [first, ...others] = scored;
    return { intent: first!.intent, confidence: first!.confidence, alternatives: others.slice(0, 3), decision, also: alsoOf(looked, first!.intent, calibration), why: looked.why };
  };
}

/** The first has its calibrated confidence; the others share the rest as they shared before. */
function scoredOf({ best }: Evidence, right: number): Scored[] {
  const first = best[0]!;
  const left = Math.max(1 - first.share, 1e-9);
  return best.map(({ intent, share }, place) => ({ intent, confidence: place === 0 ? right : Math.min((share / left) * (1 - right), right) }));
}

/** A second thing asked for: another sentence that by itself would be answered, and differently. Small talk does not count. */
function alsoOf(looked: ReturnType<ReturnType<typeof createLook>>, intent: string, calibration: Calibration): string | null {
  let found: string | null = null;
  let surest = 0;
  for (const sentence of looked.sentences) {
    const name = sentence.best[0]?.intent ?? intent;
    if (name === intent || name.startsWith('chat.')) continue;
    const { right, known } = confidenceOf(calibration, sentence);
    if (decisionOf(calibration, right, known) !== 'answer' || right <= surest) continue;
    found = name;
    surest = right;
  }
  return found;
}
