/** Breaks lines at spaces so that none is wider than the terminal; a word that is wider stays whole. */
export function wrap(text: string, width: number): string {
  return text.split('\n').map(line => wrapLine(line, Math.max(20, width))).join('\n');
}

function wrapLine(line: string, width: number): string {
  const indent = /^\s*/u.exec(line)?.[0] ?? '';
  const rows: string[] = [];
  let row = indent;
  for (const word of line.slice(indent.length).split(' ')) {
    const longer = row === indent ? row + word : `${row} ${word}`;
    if (columns(longer) <= width || row === indent) row = longer;
    else {
      rows.push(row);
      row = indent + word;
    }
  }
  return [...rows, row].join('\n');
}

/** Wide characters (Unicode UAX #11, East Asian Wide and emoji) take two columns, combining marks none. */
function columns(text: string): number {
  let count = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    count += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]|\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
  }
  return count;
}
