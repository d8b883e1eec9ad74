/** Which of several findings counts: hard before soft, then the kind whose help is most urgent. */
import type { SafetyKind, SafetyReading } from '../../conversation/reading.ts';

const order: readonly SafetyKind[] = [
  'crisis.immediate-danger', 'crisis.partner-suicide-threat', 'crisis.self-harm', 'crisis.child-safety', 'crisis.sexual-assault', 'crisis.partner-abuse',
  'crisis.harm-others', 'safety.minor', 'safety.spying', 'safety.is-this-abuse', 'safety.unsure',
];

const times = ['now', 'unclear', 'past', 'recovered'] as const;

export function gravest(readings: readonly (SafetyReading | null)[]): SafetyReading | null {
  let best: SafetyReading | null = null;
  for (const reading of readings) if (reading !== null && (best === null || weight(reading) < weight(best))) best = reading;
  return best;
}

/** The smaller, the graver. */
export function weight(reading: SafetyReading): number {
  return (reading.tier === 'hard' ? 0 : 100_000) + order.indexOf(reading.kind) * 100 + times.indexOf(reading.when) * 10 + (reading.who === 'self' ? 0 : 1);
}

/** The weight of the gravest reading that a rule of this tier and kind can give. */
export function gravestOf(tier: SafetyReading['tier'], kind: SafetyKind): number {
  return weight({ tier, kind, who: 'self', when: 'now' });
}
