/**
 * A chart message as a picture: data -> SVG -> PNG, drawn here and sent nowhere else.
 *
 * The picture brings its own pale card, so that it reads the same in a light and in a dark chat. Lines differ in colour,
 * in dash and in the shape of their points (colours: Okabe and Ito's palette for colour-blind readers,
 * https://jfly.uni-koeln.de/color/). Words are large: on a phone the picture is a third as wide.
 */
import type { Line, Message } from '../conversation/message.ts';
import { sharesSvg } from './shares-chart.ts';
import { shortened, text } from './svg-text.ts';

export type Chart = Extract<Message, { kind: 'chart' }>;

const width = 960;
const height = 540;
const ink = '#1f2933';
const soft = '#52606d';
const rule = '#d9e2ec';
const looks = [
  { colour: '#0072b2', dash: '', point: 'circle' },
  { colour: '#c04a00', dash: '14 7', point: 'square' },
  { colour: '#007a5a', dash: '3 7', point: 'triangle' },
  { colour: '#8c3a6e', dash: '14 6 3 6', point: 'diamond' },
] as const;
type LineLook = (typeof looks)[number];

/** Where the plot stands on the card, in pixels. */
interface Frame { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly from: number; readonly to: number; readonly count: number }

export function chartSvg(chart: Chart): string {
  return chart.form === 'shares' ? sharesSvg(chart) : linesSvg(chart);
}

function linesSvg(chart: Chart): string {
  const legendRows = Math.ceil(chart.lines.length / 2);
  const frame: Frame = { left: 88, right: width - 36, top: 92 + legendRows * 44, bottom: height - 72, from: chart.from, to: Math.max(chart.to, chart.from + 1), count: chart.labels.length };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans">`,
    `<rect width="${width}" height="${height}" fill="#fbfcfd"/>`,
    text(36, 52, shortened(chart.title, 40), { size: 34, bold: true, fill: ink }),
    ...chart.lines.flatMap((line, index) => legend(line, lookOf(index), 36 + (index % 2) * 450, 94 + Math.floor(index / 2) * 44)),
    ...grid(frame),
    ...weekLabels(chart.labels, frame),
    ...chart.lines.flatMap((line, index) => drawn(line, lookOf(index), frame)),
    '</svg>',
  ].join('\n');
}

/** A PNG, 960 pixels wide. The renderer and its fonts take about 100 MB, so they are loaded at the first picture and not before. */
export async function chartPng(chart: Chart): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map(name => decodeURIComponent(new URL(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}`)).pathname));
  const picture = new Resvg(chartSvg(chart), { font: { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: 'DejaVu Sans' } });
  return picture.render().asPng();
}

function lookOf(index: number): LineLook {
  return looks[index % looks.length] ?? looks[0];
}

function grid(frame: Frame): readonly string[] {
  const steps = ticks(frame.from, frame.to);
  return steps.flatMap(value => {
    const y = yOf(value, frame);
    return [
      `<line x1="${frame.left}" x2="${frame.right}" y1="${y}" y2="${y}" stroke="${rule}" stroke-width="${value === frame.from ? 2 : 1}"/>`,
      text(frame.left - 16, y + 9, String(value), { size: 26, fill: soft, anchor: 'end' }),
    ];
  });
}

/** At most six round values: every 1, 2, 5, 10, 20, 50 ... */
function ticks(from: number, to: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find(size => (to - from) / size <= 5) ?? (to - from) / 5;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

/** As many labels as fit beside each other; the last one always stands. */
function weekLabels(labels: readonly string[], frame: Frame): readonly string[] {
  const longest = Math.max(1, ...labels.map(label => Math.min(label.length, 12)));
  const room = Math.max(1, Math.floor((frame.right - frame.left) / (longest * 16 + 28)));
  const every = Math.max(1, Math.ceil(labels.length / room));
  return labels.flatMap((label, index) => {
    if ((labels.length - 1 - index) % every !== 0) return [];
    return [text(xOf(index, frame), frame.bottom + 46, shortened(label, 12), { size: 26, fill: soft, anchor: 'middle' })];
  });
}

/** Weeks without a value break the line: nothing is drawn that was not said. */
function drawn(line: Line, look: LineLook, frame: Frame): readonly string[] {
  const runs: string[][] = [[]];
  const points: string[] = [];
  line.points.forEach((value, index) => {
    if (value === null) return void runs.push([]);
    const [x, y] = [xOf(index, frame), yOf(Math.min(frame.to, Math.max(frame.from, value)), frame)];
    runs.at(-1)?.push(`${x},${y}`);
    points.push(pointAt(x, y, look));
  });
  const dash = look.dash ? ` stroke-dasharray="${look.dash}"` : '';
  const paths = runs.filter(run => run.length > 1).map(run => `<polyline points="${run.join(' ')}" fill="none" stroke="${look.colour}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"${dash}/>`);
  return [...paths, ...points];
}

function pointAt(x: number, y: number, look: LineLook): string {
  const paint = `fill="${look.colour}" stroke="#fbfcfd" stroke-width="2"`;
  switch (look.point) {
    case 'circle': return `<circle cx="${x}" cy="${y}" r="8" ${paint}/>`;
    case 'square': return `<rect x="${x - 7}" y="${y - 7}" width="14" height="14" ${paint}/>`;
    case 'triangle': return `<path d="M${x} ${y - 10} L${x + 9} ${y + 7} L${x - 9} ${y + 7} Z" ${paint}/>`;
    case 'diamond': return `<path d="M${x} ${y - 10} L${x + 9} ${y} L${x} ${y + 10} L${x - 9} ${y} Z" ${paint}/>`;
    default: return look satisfies never;
  }
}

function legend(line: Line, look: LineLook, x: number, y: number): readonly string[] {
  const dash = look.dash ? ` stroke-dasharray="${look.dash}"` : '';
  return [
    `<line x1="${x}" x2="${x + 52}" y1="${y}" y2="${y}" stroke="${look.colour}" stroke-width="4"${dash}/>`,
    pointAt(x + 26, y, look),
    text(x + 66, y + 9, shortened(line.name, 22), { size: 28, fill: ink }),
  ];
}

function xOf(index: number, frame: Frame): number {
  const inset = 34;
  const span = frame.right - frame.left - 2 * inset;
  return round(frame.left + inset + (frame.count > 1 ? (index / (frame.count - 1)) * span : span / 2));
}

function yOf(value: number, frame: Frame): number {
  return round(frame.bottom - ((value - frame.from) / (frame.to - frame.from)) * (frame.bottom - frame.top));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
