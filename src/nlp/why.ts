/** Which words spoke for an intent, for `chat --why`. */
import type { Model } from './model.ts';

export type Loudest = (rows: Int32Array, intent: string) => string[];

/** The words and pairs among `rows` that spoke loudest for `intent`, at most three, the loudest first. */
export function createLoudest(model: Model): Loudest {
  const { cells, scales, columns } = model.table;
  const columnOf = new Map(model.intents.map((intent, column) => [intent, column]));
  // Names lie far apart in memory, and only those of words and pairs are shown: which rows these are is looked up in one place.
  const shown = Uint8Array.from(model.names, (name) => (name.startsWith('~') || name.startsWith('#') ? 0 : 1));
  return (rows, intent) => {
    const column = columnOf.get(intent) ?? -1;
    const top = [-1, -1, -1];
    const loudness = (row: number): number => (row === -1 ? 0 : cells[row * columns + column]! * scales[row]!);
    for (const row of rows) {
      if (shown[row] === 0 || loudness(row) <= loudness(top[2]!) || top.includes(row)) continue;
      let kept = row;
      for (let place = 0; place < top.length; place++) {
        if (loudness(kept) <= loudness(top[place]!)) continue;
        const there = top[place]!;
        top[place] = kept;
        kept = there;
      }
    }
    return top.filter((row) => row !== -1).map((row) => model.names[row]!.replace(/^< | >$/g, ''));
  };
}
