/** One block of a bubble as SVG: how wide it wants to be, how high it is then, and its marks. */
import type { Block, Button, Look } from './chat.ts';
import type { Colours } from './colours.ts';
import { linesOf, shortened, widthOf, type Line } from './lines.ts';

export interface Frame { readonly x: number; readonly y: number; readonly width: number }
export interface Drawn {
  /** What it needs; at most the room it was given. */
  readonly width: number;
  readonly height: number;
  readonly svg: (frame: Frame) => readonly string[];
}

export const size = 14;
const leading = 20;
const buttonHeight = 34;
const gap = 4;
const smallSize = 13;

export function drawBlock(block: Block, colours: Colours, words: string, room: number): Drawn {
  switch (block.kind) {
    case 'words': return drawWords(linesOf(block.spans, size, room), colours, words);
    case 'picture': {
      const height = (room * block.height) / block.width;
      const href = `data:image/png;base64,${Buffer.from(block.png).toString('base64')}`;
      return { width: room, height, svg: ({ x, y }) => [`<image x="${x}" y="${y}" width="${room}" height="${round(height)}" href="${href}"/>`] };
    }
    case 'file': {
      const label = shortened(block.name, 'bold', size, room - 46);
      return { width: 46 + widthOf(label, 'bold', size), height: 38, svg: ({ x, y }) => [
        `<circle cx="${x + 18}" cy="${y + 19}" r="18" fill="${colours.mainButton}"/>`, `<path d="M${x + 18} ${y + 10} v13 m-6 -6 l6 6 l6 -6" fill="none" stroke="${colours.mainWords}" stroke-width="2.4"/>`,
        text(x + 46, y + 16, label, 'bold', size, words), text(x + 46, y + 33, `${(block.size / 1024).toFixed(1)} KB`, 'plain', 12, colours.quiet)] };
    }
    case 'buttons': return drawButtons(block.rows, colours, room);
    default: return block satisfies never;
  }
}

function drawWords(lines: readonly Line[], colours: Colours, words: string): Drawn {
  return {
    width: Math.max(0, ...lines.map((line) => line.width)),
    height: lines.length * leading,
    svg: ({ x, y }) => lines.flatMap((line, index) => line.pieces.map((piece) => text(x + piece.x, y + index * leading + 15, piece.text, piece.look, size, piece.look === 'link' ? colours.link : words))),
  };
}

function drawButtons(rows: readonly (readonly Button[])[], colours: Colours, room: number): Drawn {
  const needs = rows.map((row) => Math.max(...row.map(({ label }) => widthOf(label, 'plain', smallSize) + 24)) * row.length + gap * (row.length - 1));
  return {
    width: Math.min(room, Math.max(...needs)),
    height: rows.length * (buttonHeight + gap) - gap,
    svg: ({ x, y, width }) => rows.flatMap((row, line) => {
      const each = (width - gap * (row.length - 1)) / row.length;
      const top = y + line * (buttonHeight + gap);
      return row.flatMap(({ label, look }, index) => {
        const left = x + index * (each + gap);
        const [fill, ink] = look === 'main' ? [colours.mainButton, colours.mainWords] : [colours.button, colours.buttonWords];
        const shown = shortened(label, 'plain', smallSize, each - 12);
        return [`<rect x="${round(left)}" y="${top}" width="${round(each)}" height="${buttonHeight}" rx="8" fill="${fill}"/>`,
          text(left + (each - widthOf(shown, 'plain', smallSize)) / 2, top + 22, shown, 'plain', smallSize, ink)];
      });
    }),
  };
}

const styles: Readonly<Record<Look, string>> = { plain: '', link: '', bold: ' font-weight="bold"', italic: ' font-style="oblique"', code: ' font-family="DejaVu Sans Mono"' };

export function text(x: number, y: number, words: string, look: Look, pixels: number, fill: string): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<text x="${round(x)}" y="${round(y)}" font-size="${pixels}" fill="${fill}"${styles[look]}>${escaped}</text>`;
}

export const round = (value: number): number => Math.round(value * 100) / 100;
