/** Draws of labelled rows by seed: how much a figure depends on which sentences happened to be learnt. */
import type { LabelledRow } from './json-lines.ts';

/** `perIntent` rows of each intent, or nine in ten of them; the same seed always draws the same, in the order of the file. */
export function draw(rows: readonly LabelledRow[], seed: number, perIntent: number | null): LabelledRow[] {
  const places = new Map<string, number[]>();
  rows.forEach(({ intent }, at) => {
    const own = places.get(intent);
    if (own === undefined) places.set(intent, [at]);
    else own.push(at);
  });
  const chance = seeded(seed);
  const drawn = new Set<number>();
  for (const own of places.values()) {
    const wanted = Math.min(own.length, perIntent ?? Math.ceil(own.length * 0.9));
    for (let i = 0; i < wanted; i++) {
      const j = i + Math.floor(chance() * (own.length - i));
      [own[i], own[j]] = [own[j]!, own[i]!];
      drawn.add(own[i]!);
    }
  }
  return rows.filter((_, at) => drawn.has(at));
}

/** mulberry32 by Tommy Ettinger (public domain). 0 <= value < 1. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
