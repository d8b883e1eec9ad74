/**
 * A small PNG of few colours (https://www.w3.org/TR/png-3/: `PLTE`, colour type 3), with a note of what it was drawn from,
 * so that anybody can see whether it is still right. The same pixels give the same bytes.
 */
import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const keyword = 'Drawing';

/** `pixels`: red, green, blue, opacity; opacity is taken as full. */
export function encode(pixels: Uint8Array, width: number, height: number, note: string): Buffer {
  const { palette, indexes } = fewColours(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('tEXt', Buffer.from(`${keyword}\0${note}`, 'latin1')), chunk('PLTE', Buffer.from(palette)), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** The note of a PNG that `encode` made; null where there is none. */
export function noteIn(png: Uint8Array): string | null {
  return new RegExp(`tEXt${keyword}\\0([0-9a-f]+)`, 'u').exec(Buffer.from(png).toString('latin1'))?.[1] ?? null;
}

/** Width and height of any PNG. */
export function sizeOf(png: Uint8Array): { readonly width: number; readonly height: number } {
  const bytes = Buffer.from(png);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The most frequent colours as they are, each other one as the nearest of them. */
function fewColours(pixels: Uint8Array): { readonly palette: readonly number[]; readonly indexes: Uint8Array } {
  const all = new Uint32Array(pixels.length / 4);
  const counts = new Map<number, number>();
  for (let index = 0; index < all.length; index += 1) {
    const colour = ((pixels[index * 4] ?? 0) << 16) | ((pixels[index * 4 + 1] ?? 0) << 8) | (pixels[index * 4 + 2] ?? 0);
    all[index] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts].toSorted(([a, often], [b, seldom]) => seldom - often || a - b).slice(0, 256).map(([colour]) => colour);
  const indexOf = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]));
  return { palette: palette.flatMap(channels), indexes: Uint8Array.from(all, (colour) => indexOf.get(colour) ?? 0) };
}

const channels = (colour: number): readonly [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

function nearest(colour: number, palette: readonly number[]): number {
  const [red, green, blue] = channels(colour);
  let best = 0;
  let least = Infinity;
  for (const [index, other] of palette.entries()) {
    const [r, g, b] = channels(other);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(8 + body.length);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), 4 + body.length);
  return whole;
}
