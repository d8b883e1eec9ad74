/** Which words spoke for an intent, for `chat --why`. */
import type { Model } from './model.ts';

/** The words and pairs among `rows` that spoke loudest for `intent`, at most three, the loudest first. */
export function loudest(model: Model, rows: Int32Array, intent: string): string[] {
  const column = model.intents.indexOf(intent);
  const { cells, scales, columns } = model.table;
  const top = [-1, -1, -1];
  const loudness = (row: number): number => (row === -1 ? 0 : cells[row * columns + column]! * scales[row]!);
  for (const row of rows) {
    const kind = model.names[row]![0];
    if (kind === '~' || kind === '#' || top.includes(row)) continue;
    let kept = row;
    for (let place = 0; place < top.length; place++) {
      if (loudness(kept) <= loudness(top[place]!)) continue;
      const there = top[place]!;
      top[place] = kept;
      kept = there;
    }
  }
  return top.filter((row) => row !== -1).map((row) => model.names[row]!.replace(/^< | >$/g, ''));
}
