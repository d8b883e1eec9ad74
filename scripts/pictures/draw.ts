/** Phones beside each other as one SVG: a bar with the name, then what was said, top to bottom. */
import { drawBlock, round, text, type Drawn } from './block.ts';
import type { Phone, Turn } from './chat.ts';
import { themes, type Colours, type Theme } from './colours.ts';
import { widthOf } from './lines.ts';

const phoneWidth = 390;
const margin = 12;
const bar = 52;
const pad = 12;
const between = 8;
/** The widest bubble. */
const most = 330;

interface Placed { readonly height: number; readonly svg: (top: number) => readonly string[] }

export function draw(phones: readonly Phone[], theme: Theme): string {
  const colours = themes[theme];
  const placed = phones.map((phone) => phone.turns.map((turn) => placeTurn(turn, colours)));
  const heights = placed.map((turns) => turns.reduce((sum, turn) => sum + turn.height + between, 0));
  const height = Math.ceil(bar + margin + Math.max(...heights, 120));
  const width = phones.length * phoneWidth + (phones.length - 1) * margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans">`,
    `<rect width="${width}" height="${height}" fill="${colours.around}"/>`,
    ...phones.flatMap((phone, index) => drawPhone(phone, placed[index] ?? [], colours, index * (phoneWidth + margin), height)),
    '</svg>',
  ].join('\n');
}

function drawPhone(phone: Phone, turns: readonly Placed[], colours: Colours, left: number, height: number): readonly string[] {
  let top = bar + margin;
  const marks: string[] = [
    `<g transform="translate(${left} 0)">`,
    `<rect x="0.5" y="0.5" width="${phoneWidth - 1}" height="${height - 1}" rx="12" fill="${colours.page}" stroke="${colours.edge}"/>`,
    `<path d="M1 ${bar} V12 A11 11 0 0 1 12 1 H${phoneWidth - 12} A11 11 0 0 1 ${phoneWidth - 1} 12 V${bar} Z" fill="${colours.bar}"/>`,
    `<circle cx="32" cy="26" r="16" fill="${colours.avatar}"/>`, text(32 - widthOf(phone.title.slice(0, 1), 'bold', 16) / 2, 32, phone.title.slice(0, 1), 'bold', 16, '#ffffff'),
    text(60, 24, phone.title, 'bold', 14, colours.title), text(60, 40, phone.status, 'plain', 11.5, colours.quiet),
  ];
  for (const turn of turns) {
    marks.push(...turn.svg(top));
    top += turn.height + between;
  }
  if (turns.length === 0) marks.push(text((phoneWidth - widthOf(phone.empty, 'plain', 13)) / 2, bar + 70, phone.empty, 'plain', 13, colours.quiet));
  return [...marks, '</g>'];
}

function placeTurn(turn: Turn, colours: Colours): Placed {
  const words = turn.by === 'bot' ? colours.botWords : colours.personWords;
  const inside = turn.inside.map((block) => drawBlock(block, colours, words, most - 2 * pad));
  const below = turn.below.map((block) => drawBlock(block, colours, words, most));
  const width = Math.min(most, Math.max(...inside.map((each) => each.width + 2 * pad), ...below.map((each) => each.width), 60));
  const bubble = stack(inside) + 2 * pad - 4;
  const x = turn.by === 'bot' ? margin : phoneWidth - margin - width;
  return {
    height: bubble + below.reduce((sum, each) => sum + each.height + 4, 0),
    svg(top) {
      const marks = [`<rect x="${round(x)}" y="${round(top)}" width="${round(width)}" height="${round(bubble)}" rx="14" fill="${turn.by === 'bot' ? colours.bot : colours.person}"/>`];
      let y = top + pad - 2;
      for (const block of inside) {
        marks.push(...block.svg({ x: round(x + pad), y: round(y), width: width - 2 * pad }));
        y += block.height + between;
      }
      y = top + bubble + 4;
      for (const block of below) {
        marks.push(...block.svg({ x: round(x), y: round(y), width }));
        y += block.height + 4;
      }
      return marks;
    },
  };
}

function stack(blocks: readonly Drawn[]): number {
  return blocks.reduce((sum, block) => sum + block.height, 0) + between * Math.max(0, blocks.length - 1);
}
