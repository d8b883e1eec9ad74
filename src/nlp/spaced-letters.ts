/**
 * `s o   t i r e d` is "so tired". Where some gaps are wider, the wider ones part the words; where all are alike (`s o t i r e d`),
 * the words are those that use the letters up, long ones first.
 */

/** Runs of at least three single characters become words where most of them are words then; everything else stays. */
export function joinSpaced(text: string, isWord: (word: string) => boolean): string {
  return text.replaceAll(/(?<!\S)\S(?:[^\S\n]{1,9}\S){2,}(?!\S)/gu, (run) => {
    if (!/[a-z]/i.test(run)) return run;
    const gaps = run.match(/\s+/g) ?? [];
    const narrow = Math.min(...gaps.slice(0, mostLetters).map((gap) => gap.length));
    const chunks = run.split(new RegExp(`\\s{${narrow + 1},}`)).map((chunk) => chunk.replaceAll(/\s/g, ''));
    const words = chunks.map((chunk) => (isWord(letters(chunk)) ? chunk : (letters(chunk).length < fewestParted ? null : parted(chunk, isWord)) ?? chunk));
    const found = words.filter((word) => word.includes(' ') || isWord(letters(word))).length;
    return found * 3 < words.length * 2 ? run : words.join(' ');
  });
}

const letters = (chunk: string): string => chunk.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
const mostLetters = 2000;
/** Fewer letters in a row, `a b c`, are cut into words too easily. */
const fewestParted = 5;

/** The letters cut into words, of all ways the one with the longest words (by the sum of squares); null when letters are left over. */
function parted(chunk: string, isWord: (word: string) => boolean): string | null {
  if (chunk.length > mostParted) return null;
  const best: ({ readonly worth: number; readonly words: string } | null)[] = [{ worth: 0, words: '' }];
  for (let end = 1; end <= chunk.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - longestWord); start < end; start++) {
      const before = best[start];
      const piece = chunk.slice(start, end);
      const plain = letters(piece);
      if (!before || /^[^a-z0-9]/i.test(piece) || (plain.length < 2 ? !/^[ia]$/.test(plain) : !isWord(plain))) continue;
      const worth = before.worth + plain.length ** 2;
      if (worth > (best[end]?.worth ?? -1)) best[end] = { worth, words: `${before.words} ${piece}` };
    }
  }
  return best[chunk.length]?.words.trim() ?? null;
}
const longestWord = 16;
const mostParted = 400;
