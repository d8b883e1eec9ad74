/** The model of this project's intents: trained, or read from its cache, beside the calibration that is kept in git. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Understand } from '../conversation/reading.ts';
import type { Content } from '../knowledge/library.ts';
import { modelFor } from '../nlp/cache.ts';
import { parseCalibration, usualCalibration, type Calibration } from '../nlp/calibration.ts';
import { createClassifier } from '../nlp/classifier.ts';
import { createEnglish } from '../nlp/english.ts';
import type { Lesson } from '../nlp/model.ts';
import { detectSafety } from '../nlp/safety/detect.ts';
import { createUnderstand } from '../nlp/understand.ts';
import { Failure } from './failure.ts';
import { projectRoot } from './project-root.ts';

export const calibrationFile = join(projectRoot, 'intents', 'calibration.json');

export function understandFrom(content: Content): Understand {
  const isEnglish = createEnglish();
  const model = modelFor(lessonsFrom(content), join(projectRoot, '.cache', 'model'));
  return createUnderstand(createClassifier(model, calibrationNow() ?? usualCalibration, isEnglish), detectSafety, isEnglish);
}

/** What is learned from, one lesson an intent, in English. */
export function lessonsFrom(content: Content): readonly Lesson[] {
  const byIntent = new Map<string, string[]>();
  for (const { intent, says } of content.training['en'] ?? []) byIntent.set(intent, [...(byIntent.get(intent) ?? []), says]);
  return [...byIntent].map(([intent, says]) => ({ intent, says }));
}

/** Null while none was made. */
export function calibrationNow(): Calibration | null {
  if (!existsSync(calibrationFile)) return null;
  try {
    return parseCalibration(readFileSync(calibrationFile, 'utf8'));
  } catch {
    throw new Failure(1, 'intents/calibration.json cannot be read. Make it again: npm run calibrate');
  }
}
