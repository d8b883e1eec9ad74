/**
 * `mend calibrate`: rehearses the intents and writes confidence and thresholds beside them, with the hash of what it was made for.
 * Run it whenever sentences changed; the content check says when the file is stale.
 */
import { writeFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { calibrate, figuresOf, type Calibration } from '../calibration.ts';
import { withFarText } from '../far-text.ts';
import type { Lesson } from '../model.ts';
import { rehearseWhole, rehearseWithout } from '../rehearsal.ts';
import { hashOf } from '../train.ts';

/** Writes `file` as JSON that `parseCalibration` reads, and prints what to expect. */
export function calibrateIntents(lessons: readonly Lesson[], file: string, output: Writable, isEnglish: (word: string) => boolean): Calibration {
  const all = withFarText(lessons);
  const whole = rehearseWhole(all, folds.whole, isEnglish);
  const calibration = calibrate(hashOf(lessons), whole, rehearseWithout(all, folds.without, isEnglish));
  const figures = figuresOf(calibration, whole);
  writeFileSync(file, `${JSON.stringify({ ...calibration, rehearsal: figures }, null, 2)}\n`);
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  output.write(
    `Calibrated on ${figures.sentences} sentences that were held back (${folds.whole} trainings with every intent, ${folds.without} without some).\n` +
      `right or offered ${percent(figures.rightOrOffered)}, answered ${percent(figures.answered)}, answered wrongly ${percent(figures.answeredWrong)}, out of scope yet answered ${percent(figures.outsideAnswered)}\n` +
      `Written to ${file}\n`,
  );
  return calibration;
}
const folds = { whole: 8, without: 4 };
