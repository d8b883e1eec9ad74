/**
 * A bot keeps little and answers seldom, but while it starts it makes much that is thrown away, and the engine then lets its
 * space for new objects grow for good: about 60 MB more resident, measured. So that space keeps its first size.
 * For commands that read much and end, room is time, and nothing is set.
 */
import { setFlagsFromString } from 'node:v8';

/** Before anything large is imported. The flag is read whenever the engine thinks of growing: `node --v8-options` lists it. */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
