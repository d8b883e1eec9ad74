/**
 * What is only made on first use is made as soon as the bot serves, before the first message: whoever writes first may be in danger.
 * A turn is pure, so it can be walked through for nobody: nothing is stored and nothing is sent.
 */
import type { Library, Operator } from '../conversation/knowledge.ts';
import type { Understand } from '../conversation/reading.ts';
import { converse } from '../conversation/step.ts';

const said = ['i want to kill myself', 'i am afraid of my partner', 'how long does it take?'] as const;

export function warmUp(understand: Understand, library: Library, operator: Operator): void {
  for (const text of said) {
    const event = { kind: 'text', id: 'warm-up', at: Date.now(), person: 'terminal:nobody', here: { kind: 'terminal', id: 'nobody' }, locale: 'en', text, via: 'message' } as const;
    const turn = converse({ event, reading: understand(text, []), library, operator });
    const before = { person: null, place: null };
    turn.needs(before);
    turn.step(before, { records: [], slot: null, results: [], audit: [] });
  }
}
