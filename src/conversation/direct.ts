/**
 * The one reply that may leave without a database: care and lines for what was just read, with no memory of anything earlier.
 * Used when the store cannot take the turn, and behind the cover of a hidden chat.
 */
import type { Knowledge } from './knowledge.ts';
import { countryOf, linesText } from './lines.ts';
import type { Message } from './message.ts';
import type { SafetyReading } from './reading.ts';
import { replyFor } from './safety-reply.ts';

export function directSafetyReply(reading: SafetyReading, know: Knowledge, country: string | null): readonly Message[] {
  const reply = replyFor(know, reading.kind, reading.who, reading.when);
  const lines = linesText(know, countryOf(know, country), ['emergency', ...(reply?.lines ?? []).filter((kind) => kind !== 'emergency')]);
  const care = reply?.care[0];
  return [{ kind: 'text', text: [...(care ? [care] : []), lines, know.phrases['safety.program'][0] ?? ''].join('\n\n') }];
}
