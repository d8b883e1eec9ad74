/** Words in a picture. What somebody wrote cannot become markup. */

export function text(x: number, y: number, words: string, look: { readonly size: number; readonly fill: string; readonly bold?: true; readonly anchor?: 'middle' | 'end' }): string {
  const weight = look.bold ? ' font-weight="bold"' : '';
  const anchor = look.anchor ? ` text-anchor="${look.anchor}"` : '';
  return `<text x="${x}" y="${y}" font-size="${look.size}" fill="${look.fill}"${weight}${anchor}>${escaped(words)}</text>`;
}

export function shortened(words: string, most: number): string {
  const characters = [...words];
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join('')}\u2026`;
}

/** XML 1.0 forbids most control characters and half surrogate pairs; the rest is escaped. */
function escaped(words: string): string {
  return words.toWellFormed().replace(/[\u0000-\u001F\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
