/** Which intents are taken for one another, with the sentences: what an author mends next. */
import { offeredBy, type Judged } from './examine.ts';

export interface Confusion {
  /** The first accepted id, and what the sentence was read as: an id, a choice of ids, or `out-of-scope`. */
  readonly wanted: string;
  readonly read: string;
  /** Answered with confidence, not merely missed. */
  readonly confident: boolean;
  readonly sentences: readonly string[];
}

/** Confident ones first, then the most frequent. */
export function confusionsOf(judged: readonly Judged[]): readonly Confusion[] {
  const found = new Map<string, Confusion>();
  for (const { row, reading, verdict } of judged) {
    if (verdict !== 'wrong' && verdict !== 'missed') continue;
    const wanted = row.accept[0] ?? '';
    const read = spoken(reading.decision, reading.intent, offeredBy(reading));
    const key = `${wanted}\n${read}`;
    const before = found.get(key);
    found.set(key, { wanted, read, confident: verdict === 'wrong', sentences: [...(before?.sentences ?? []), row.text] });
  }
  return [...found.values()].toSorted((a, b) => Number(b.confident) - Number(a.confident) || b.sentences.length - a.sentences.length || (a.wanted < b.wanted ? -1 : 1));
}

function spoken(decision: 'answer' | 'choice' | 'none', intent: string, offered: readonly string[]): string {
  switch (decision) {
    case 'answer': return intent;
    case 'choice': return `a choice of ${offered.join(', ')}`;
    case 'none': return 'out-of-scope';
  }
  return decision satisfies never;
}
