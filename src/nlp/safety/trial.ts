/**
 * How well danger is found in sentences that were not learned from: learning from all writers but some and testing on those,
 * with every eighth ordinary sentence held back to count false alarms.
 */
import type { SafetyReading } from '../../conversation/reading.ts';
import { createDetectSafety, type DetectSafety } from './detect.ts';
import { createLearned, type Thresholds } from './learned.ts';
import { type DangerSentence, dangerLessons, safetyModel } from './lessons.ts';

export interface Trial {
  readonly writers: readonly string[];
  readonly detect: (limits?: Thresholds) => DetectSafety;
  /** New to the model: what these writers wrote, and ordinary talk. */
  readonly danger: readonly DangerSentence[];
  readonly ordinary: readonly string[];
}

/** Every writer is tested in one trial. */
export function trials(sentences: readonly DangerSentence[], ordinary: readonly string[], isEnglish: (word: string) => boolean): readonly Trial[] {
  const writers = [...new Set(sentences.filter((sentence) => sentence.kind !== null).map((sentence) => sentence.writer))].toSorted();
  return Array.from({ length: Math.min(atMost, writers.length) }, (_, turn) => {
    const tested = writers.filter((_writer, at) => at % atMost === turn);
    const isTested = ({ writer }: DangerSentence): boolean => tested.includes(writer);
    const isHeldBack = (_says: string, at: number): boolean => at % atMost === turn;
    const model = safetyModel(dangerLessons(sentences.filter((sentence) => !isTested(sentence)), ordinary.filter((says, at) => !isHeldBack(says, at))), null);
    return { writers: tested, detect: (limits) => createDetectSafety(createLearned(model, isEnglish, limits)), danger: sentences.filter(isTested), ordinary: ordinary.filter(isHeldBack) };
  });
}
/** A trial learns everything anew, which takes some seconds. */
const atMost = 8;

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
