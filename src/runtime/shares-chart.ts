/**
 * Shares of people as bars, one a question, each cut into parts from low to high. The parts differ in colour and in brightness
 * and carry their percentage, so that the picture reads without colours too. A part that is not told was counted with the
 * middle: nothing is drawn for it, and the legend's order stays the same.
 */
import type { Message } from '../conversation/message.ts';
import { shortened, text } from './svg-text.ts';

type Chart = Extract<Message, { kind: 'chart' }>;

const width = 960;
const left = 36;
const barWidth = width - 2 * left;
const barHeight = 44;
const perQuestion = 108;
const ink = '#1f2933';
/** Low, middle, high. Contrast of the words on each: at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
const parts = [
  { fill: '#a63c00', words: '#ffffff' },
  { fill: '#d5dbe3', words: ink },
  { fill: '#005a8f', words: '#ffffff' },
] as const;

export function sharesSvg(chart: Chart): string {
  const height = 140 + chart.labels.length * perQuestion;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans">`,
    `<rect width="${width}" height="${height}" fill="#fbfcfd"/>`,
    text(left, 50, shortened(chart.title, 48), { size: 27, bold: true, fill: ink }),
    ...chart.lines.flatMap((line, index) => {
      const x = left + index * 170;
      return [`<rect x="${x}" y="76" width="28" height="20" rx="3" fill="${lookOf(index).fill}"/>`, text(x + 40, 93, shortened(line.name, 10), { size: 20, fill: ink })];
    }),
    ...chart.labels.flatMap((label, question) => barOf(label, chart.lines.map((line) => ({ name: line.name, share: line.points[question] ?? null })), 132 + question * perQuestion)),
    '</svg>',
  ].join('\n');
}

interface Part { readonly name: string; readonly share: number | null }

function barOf(label: string, cut: readonly Part[], top: number): readonly string[] {
  // Rounded shares may add up to 90 or 110: the bar is as long as what they make together.
  const sum = Math.max(1, cut.reduce<number>((all, part) => all + (part.share ?? 0), 0));
  let x = left;
  const drawn = cut.flatMap(({ share }, index) => {
    if (share === null || share <= 0) return [];
    const long = (share / sum) * barWidth;
    const [start, look] = [x, lookOf(index)];
    x += long;
    return [
      `<rect x="${round(start)}" y="${top + 24}" width="${round(long)}" height="${barHeight}" fill="${look.fill}" stroke="#fbfcfd" stroke-width="2"/>`,
      text(round(start + long / 2), top + 24 + 29, told(cut, index), { size: 20, fill: look.words, anchor: 'middle' }),
    ];
  });
  return [text(left, top + 10, shortened(label, 68), { size: 20, fill: ink }), ...drawn];
}

/** "60%", or "60% (0 to 3 + 4 to 6)" where parts were counted together. */
function told(cut: readonly Part[], index: number): string {
  const together = index === 1 ? cut.filter((part, other) => other === 1 || part.share === null) : [];
  return together.length > 1 ? `${cut[index]?.share ?? ''}% (${together.map((part) => part.name).join(' + ')})` : `${cut[index]?.share ?? ''}%`;
}

function lookOf(index: number): (typeof parts)[number] {
  return parts[index] ?? parts[1];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
