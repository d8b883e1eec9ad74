/** Between a sure reading and several close ones lies one that is not sure, and yet far ahead of everything else: a guess. */
import type { Reading } from './reading.ts';

export function leads(reading: Reading): boolean {
  const second = reading.alternatives[0]?.confidence ?? 0;
  return reading.confidence >= 0.45 && reading.confidence >= 2 * second;
}
