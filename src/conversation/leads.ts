/** Between a sure reading and several close ones lies one that is not sure, and yet far ahead of everything else: a guess. */
import type { Reading } from './reading.ts';
import type { Turn } from './turn.ts';

export function leads(reading: Reading): boolean {
  const second = reading.alternatives[0]?.confidence ?? 0;
  return reading.confidence >= 0.45 && reading.confidence >= 2 * second;
}

/** Not surely read, and most likely how somebody feels: to hear it is right either way. */
export function maybeLow({ act, reading, know }: Turn): boolean {
  if (act.kind !== 'text' || reading === null || reading.decision !== 'choice' || reading.question || !leads(reading)) return false;
  return ['feeling-low', 'venting'].includes(know.intents[reading.intent]?.builtIn ?? '');
}
