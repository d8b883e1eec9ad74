/** Words broken into lines that fit. */
import type { Look, Span } from './chat.ts';
import { openFace, type Face, type Width } from './font.ts';

export interface Piece { readonly text: string; readonly look: Look; readonly x: number }
export interface Line { readonly pieces: readonly Piece[]; readonly width: number }

/** What is between two gaps: letters of one or more looks. */
interface Word { readonly parts: readonly Span[]; readonly gap: number }

const faceOf: Readonly<Record<Look, Face>> = { plain: 'regular', link: 'regular', bold: 'bold', italic: 'italic', code: 'mono' };
const faces = new Map<Face, Width>();

/** In pixels, for a size in pixels. */
export function widthOf(words: string, look: Look, size: number): number {
  const face = faceOf[look];
  const width = faces.get(face) ?? openFace(face);
  faces.set(face, width);
  return width(words) * size;
}

/** A label in one line, with dots where it does not fit: as the apps do it. */
export function shortened(label: string, look: Look, size: number, room: number): string {
  if (widthOf(label, look, size) <= room) return label;
  const characters = [...label];
  while (characters.length > 1 && widthOf(`${characters.join('').trimEnd()}\u2026`, look, size) > room) characters.pop();
  return `${characters.join('').trimEnd()}\u2026`;
}

export function linesOf(spans: readonly Span[], size: number, room: number): readonly Line[] {
  return paragraphsOf(spans).flatMap((paragraph) => wrapped(wordsOf(paragraph, size), size, room));
}

function paragraphsOf(spans: readonly Span[]): readonly (readonly Span[])[] {
  const paragraphs: Span[][] = [[]];
  for (const { text, look } of spans) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) paragraphs.push([]);
      if (part !== '') paragraphs.at(-1)?.push({ text: part, look });
    }
  }
  return paragraphs;
}

function wordsOf(paragraph: readonly Span[], size: number): readonly Word[] {
  const words: { parts: Span[]; gap: number }[] = [];
  let gap = 0;
  let open = false;
  for (const { text, look } of paragraph) {
    for (const part of text.split(/( +)/u).filter((each) => each !== '')) {
      if (part.startsWith(' ')) {
        gap = widthOf(part, look, size);
        open = false;
        continue;
      }
      if (open) words.at(-1)?.parts.push({ text: part, look });
      else words.push({ parts: [{ text: part, look }], gap: words.length === 0 ? 0 : gap });
      open = true;
    }
  }
  return words;
}

function wrapped(words: readonly Word[], size: number, room: number): readonly Line[] {
  const lines: { pieces: Piece[]; width: number }[] = [{ pieces: [], width: 0 }];
  for (const word of words) {
    const own = word.parts.reduce((sum, part) => sum + widthOf(part.text, part.look, size), 0);
    let line = lines.at(-1) ?? { pieces: [], width: 0 };
    const fits = line.pieces.length === 0 || line.width + word.gap + own <= room;
    if (!fits) lines.push(line = { pieces: [], width: 0 });
    let x = line.pieces.length === 0 ? 0 : line.width + word.gap;
    for (const [index, part] of word.parts.entries()) {
      // Words of one look are one piece: the letters are then set as the font wants them.
      const last = line.pieces.at(-1);
      if (last && last.look === part.look && part.look !== 'code') line.pieces.splice(-1, 1, { ...last, text: `${last.text}${index === 0 ? ' ' : ''}${part.text}` });
      else line.pieces.push({ ...part, x });
      x += widthOf(part.text, part.look, size);
    }
    line.width = x;
  }
  return lines;
}
