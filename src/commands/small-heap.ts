/**
 * A bot keeps little and answers seldom, but while it starts it makes much that is thrown away, and the engine then lets its
 * space for new objects grow for good: about 60 MB more resident, measured. So that space keeps its first size, and what is
 * no longer used is collected when a third has been added to what is: 20 MB less after thousands of messages.
 * For commands that read much and end, room is time, and nothing is set.
 */
import { setFlagsFromString } from 'node:v8';

/** Before anything large is imported. The flags are read whenever the engine thinks of growing: `node --v8-options` lists them. */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}
