/**
 * The features of the reader of how things are told, with all that is known of one side by side: its number, its mass, the scale of
 * its weights, and the weights as whole numbers (int8.ts); with four weights, sixteen bytes. Most of the time of reading goes into waiting for
 * memory, so a feature costs one look. Kept in a file as it is.
 *
 * Features are numbers mixed evenly from 1 to 2^31 - 1, so each stands near the place that its size gives it: a sorted list with
 * gaps, in which looking for one that is not there ends at the first larger one or gap.
 */

export interface ToldTable {
  /** How many places the features are spread over. Some more follow for those that are pushed on, and the last of all is a gap. */
  readonly room: number;
  /** Numbers a place. */
  readonly wide: number;
  /** A gap has the feature 0. */
  readonly slots: Int32Array;
}

export interface ToldRow { readonly feature: number; readonly mass: number; readonly scale: number; readonly cells: Int8Array }

/** Each feature once, with `columns` cells. */
export function toldTable(rows: readonly ToldRow[], columns: number): ToldTable {
  const wide = 3 + Math.ceil(columns / 4);
  const room = Math.ceil(rows.length * spread) + 1;
  const sorted = rows.toSorted((one, other) => one.feature - other.feature);
  let free = 0;
  const places = sorted.map(({ feature }) => {
    const place = Math.max(free, firstPlace(feature, room));
    free = place + 1;
    return place;
  });
  const table = { room, wide, slots: new Int32Array((Math.max(free, room) + 1) * wide) };
  const { numbers, cells } = lookIn(table);
  for (const [at, { feature, mass, scale, cells: row }] of sorted.entries()) {
    const from = places[at]! * wide;
    table.slots[from] = feature;
    numbers[from + 1] = mass;
    numbers[from + 2] = scale;
    cells.set(row, (from + 3) * 4);
  }
  return table;
}

/** Places a feature: with more gaps fewer are pushed on, with fewer the table is smaller. */
const spread = 1.3;
const firstPlace = (feature: number, room: number): number => Math.floor((feature / 2 ** 31) * room);

export interface ToldLook {
  /** Where a feature begins among `numbers`, its mass and its scale behind it; -1 when it was never learned. */
  readonly find: (feature: number) => number;
  readonly numbers: Float32Array;
  /** Its weights, from four times `(place + 3)` on. */
  readonly cells: Int8Array;
}

export function lookIn({ room, wide, slots }: ToldTable): ToldLook {
  const find = (feature: number): number => {
    for (let at = firstPlace(feature, room) * wide; ; at += wide) {
      const there = slots[at]!;
      if (there === feature) return at;
      if (there === 0 || there > feature) return -1;
    }
  };
  return { find, numbers: new Float32Array(slots.buffer, slots.byteOffset, slots.length), cells: new Int8Array(slots.buffer, slots.byteOffset, slots.length * 4) };
}
