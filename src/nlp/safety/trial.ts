/**
 * How well danger is found in sentences that were not learned from: learning from all writers but one and testing on that one,
 * with every twelfth ordinary sentence held back to count false alarms.
 */
import type { SafetyReading } from '../../conversation/reading.ts';
import { createDetectSafety, type DetectSafety, safetyWords } from './detect.ts';
import { createLearned, createWeigh, type Thresholds, type Weighed } from './learned.ts';
import { type DangerSentence, dangerLessons, safetyModel } from './lessons.ts';

export interface Trial {
  readonly writer: string;
  readonly detect: (limits?: Thresholds) => DetectSafety;
  readonly weigh: (text: string) => Weighed;
  /** New to the model: what the writer wrote, and ordinary talk. */
  readonly danger: readonly DangerSentence[];
  readonly ordinary: readonly string[];
}

export function trials(sentences: readonly DangerSentence[], ordinary: readonly string[], isEnglish: (word: string) => boolean): readonly Trial[] {
  return [...new Set(sentences.filter((sentence) => sentence.kind !== null).map((sentence) => sentence.writer))].toSorted().map((writer, turn) => {
    const learned = sentences.filter((sentence) => sentence.writer !== writer);
    const model = safetyModel(dangerLessons(learned, ordinary.filter((_, at) => at % heldBack !== turn)), null);
    const weigh = createWeigh(model, isEnglish);
    return {
      writer,
      detect: (limits) => createDetectSafety(createLearned(model, isEnglish, limits)),
      weigh: (text) => weigh(safetyWords(text)),
      danger: sentences.filter((sentence) => sentence.writer === writer),
      ordinary: ordinary.filter((_, at) => at % heldBack === turn),
    };
  });
}
const heldBack = 12;

export interface Found { readonly of: number; readonly hard: number; readonly soft: number }

export function countIn(texts: readonly string[], detect: (text: string) => SafetyReading | null): Found {
  const readings = texts.map((text) => detect(text));
  return { of: texts.length, hard: readings.filter((reading) => reading?.tier === 'hard').length, soft: readings.filter((reading) => reading?.tier === 'soft').length };
}

/** Lower end of the 95% interval of a share (E. B. Wilson, "Probable inference", 1927). */
export function lowerBound(hits: number, of: number): number {
  if (of === 0) return 0;
  const z = 1.96;
  const share = hits / of;
  return (share + z ** 2 / (2 * of) - z * Math.sqrt((share * (1 - share) + z ** 2 / (4 * of)) / of)) / (1 + z ** 2 / of);
}
