/**
 * The pictures of `docs/pictures`, each made anew: the real bot talks over the fake platform, what it sent is drawn.
 * The note in a file is a hash of its drawing, so that a test sees whether a committed picture still shows what the bot says.
 */
import { createHash } from 'node:crypto';
import { Resvg } from '@resvg/resvg-js';
import { chartPng, chartSvg, type Chart } from '../../src/runtime/chart.ts';
import { openWorld as openDiscord } from '../../tests/fakes/discord/world.ts';
import { openWorld } from '../../tests/fakes/telegram/world.ts';
import { projectUnderstanding } from '../../tests/knowledge-of-project.ts';
import type { Phone } from './chat.ts';
import { discordScenes } from './discord-scenes.ts';
import { draw } from './draw.ts';
import { fontFiles } from './font.ts';
import { encode } from './png.ts';
import { scenes } from './scenes.ts';
import { themes, type Theme } from './colours.ts';

export interface Picture {
  /** `answer.png`, `answer-dark.png`. */
  readonly file: string;
  readonly alt: string;
  /** Hash of what is drawn, the same on every machine. */
  readonly note: string;
  readonly png: () => Buffer;
}

/** Pixels of the file for one of the drawing. */
const scale = 1.5;

export async function makePictures(): Promise<readonly Picture[]> {
  const charts = new Map<string, string>();
  const parts = projectUnderstanding();
  const pictures: Picture[] = [];
  const drawChart = async (chart: Chart): Promise<Uint8Array> => {
    const png = await chartPng(chart);
    charts.set(Buffer.from(png).toString('base64'), chartSvg(chart));
    return png;
  };
  const add = (name: string, alt: string, phones: readonly Phone[]): void => {
    for (const theme of Object.keys(themes) as Theme[]) pictures.push(pictureOf(`${name}${theme === 'light' ? '' : `-${theme}`}.png`, alt, draw(phones, theme), charts));
  };
  for (const { name, alt, play } of scenes) {
    const world = await openWorld({ ...parts, by: 'polling', drawChart });
    try {
      add(name, alt, await play(world));
    } finally {
      await world.close();
    }
  }
  for (const { name, alt, play } of discordScenes) {
    const drawn: Uint8Array[] = [];
    const world = await openDiscord({ ...parts, adapter: { drawChart: async (chart) => {
      const png = await drawChart(chart);
      drawn.push(png);
      return png;
    } } });
    try {
      add(name, alt, await play(world, drawn));
    } finally {
      await world.close();
    }
  }
  return pictures;
}

function pictureOf(file: string, alt: string, svg: string, charts: ReadonlyMap<string, string>): Picture {
  // A chart may differ by a pixel from machine to machine; what it is drawn from may not.
  const same = svg.replace(/base64,([^"]+)/gu, (_, bytes: string) => charts.get(bytes) ?? bytes);
  const note = createHash('sha256').update(`${scale}\n${same}`).digest('hex');
  return { file, alt, note, png: () => {
    const drawn = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'DejaVu Sans' } }).render();
    return encode(drawn.pixels, drawn.width, drawn.height, note);
  } };
}
