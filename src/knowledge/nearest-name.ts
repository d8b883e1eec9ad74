/**
 * "Did you mean ...": the known name nearest to a misspelt one.
 * Distance is optimal string alignment (insert, delete, change, swap of neighbours), Damerau 1964, doi 10.1145/363958.363994.
 */
export function nearestName(misspelt: string, known: Iterable<string>): string | null {
  const wanted = misspelt.toLowerCase();
  let best: string | null = null;
  let least = Math.min(3, Math.max(1, Math.floor(wanted.length / 3))) + 1;
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const distance = alignment(wanted, name.toLowerCase());
    if (distance < least) { least = distance; best = name; }
  }
  return best;
}

/** ` Did you mean "title"?`, or nothing. */
export function didYouMean(misspelt: string, known: Iterable<string>): string {
  const near = nearestName(misspelt, known);
  return near === null ? '' : `Did you mean "${near}"?`;
}

function alignment(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = above;
    above = current;
  }
  return above[b.length] ?? 0;
}
