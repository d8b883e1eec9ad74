/** Which words spoke for an intent, for `chat --why`. */
import { rowsOf, type Model } from './model.ts';
import { pairAt } from './pairs.ts';

export type Loudest = (rows: Int32Array, intent: string) => string[];

/** The words and pairs among `rows` that spoke loudest for `intent`, at most three, the loudest first. */
export function createLoudest(model: Model): Loudest {
  const { cells, scales, columns } = model.table;
  const columnOf = new Map(model.intents.map((intent, column) => [intent, column]));
  const from = rowsOf(model);
  return (rows, intent) => {
    const column = columnOf.get(intent) ?? -1;
    const top = [-1, -1, -1];
    const loudness = (row: number): number => (row === -1 ? 0 : cells[row * columns + column]! * scales[row]!);
    for (const row of rows) {
      if (row >= from.kindPairs || loudness(row) <= loudness(top[2]!) || top.includes(row)) continue;
      let kept = row;
      for (let place = 0; place < top.length; place++) {
        if (loudness(kept) <= loudness(top[place]!)) continue;
        const there = top[place]!;
        top[place] = kept;
        kept = there;
      }
    }
    return top.filter((row) => row !== -1).map((row) => nameOf(model, row, from.wordPairs));
  };
}

/** A word, or a pair of words without the edges of the message. */
function nameOf({ words, wordPairs }: Model, row: number, pairsFrom: number): string {
  if (row < pairsFrom) return words[row]!;
  return pairAt(wordPairs, row - pairsFrom).flatMap((number) => words[number] ?? []).join(' ');
}
