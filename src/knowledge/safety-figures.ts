/** Figures of the safety report as a file: `scripts/safety-report.ts --figures` writes it, the safety page shows it. Nobody types a figure. */
import { z } from 'zod';

const count = z.number().int().min(0);
/** `hard`: the alarm was raised; `met`: that, or care and a question. */
const Recall = z.strictObject({ of: count, hard: count, met: count });
const Alarms = z.strictObject({ of: count, hard: count, soft: count });

export const SafetyFigures = z.strictObject({
  /** ISO date. */
  measured: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  command: z.string(),
  /** Sentences of a writer the detector had not learned from, by kind, and all that should raise the alarm. */
  otherWriter: z.record(z.string(), Recall),
  allHard: Recall,
  /** Written before the rules and never used to change them. */
  heldOut: Recall,
  ordinary: Alarms,
  soundsLikeDanger: Alarms,
  /** Of what is found as typed, how much is still found after a change. */
  changes: z.array(z.strictObject({ change: z.string(), kind: z.enum(['normalisable', 'typo']), of: count, still: count })),
});
export type SafetyFigures = z.infer<typeof SafetyFigures>;
export type RecallFigures = z.infer<typeof Recall>;
export type AlarmFigures = z.infer<typeof Alarms>;
