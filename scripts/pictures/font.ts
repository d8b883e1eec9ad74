/**
 * How wide words are in the shipped fonts, read from the fonts themselves
 * (OpenType: `head`, `hhea`, `hmtx`, `cmap` format 4, https://learn.microsoft.com/typography/opentype/spec/).
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const files = { regular: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf', italic: 'DejaVuSans-Oblique.ttf', mono: 'DejaVuSansMono.ttf' } as const;
export type Face = keyof typeof files;

export const fontFile = (face: Face): string => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${files[face]}`));
export const fontFiles: readonly string[] = (Object.keys(files) as Face[]).map(fontFile);

/** Words -> width, for a size of one pixel. */
export type Width = (words: string) => number;

export function openFace(face: Face): Width {
  const font = readFileSync(fontFile(face));
  const tables = new Map(Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16).map((at) => [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)]));
  const at = (table: string): number => tables.get(table) ?? 0;
  const unit = font.readUInt16BE(at('head') + 18);
  const widths = font.readUInt16BE(at('hhea') + 34);
  const glyphOf = glyphsIn(font, at('cmap'));
  const advance = (glyph: number): number => font.readUInt16BE(at('hmtx') + Math.min(glyph, widths - 1) * 4);
  return (words) => [...words].reduce((sum, character) => sum + advance(glyphOf(character.codePointAt(0) ?? 0)), 0) / unit;
}

function glyphsIn(font: Buffer, cmap: number): (code: number) => number {
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8));
  const start = subtables.find((each) => font.readUInt16BE(each) === 4) ?? cmap;
  const twice = font.readUInt16BE(start + 6);
  return (code) => {
    for (let segment = 0; segment < twice; segment += 2) {
      if (font.readUInt16BE(start + 14 + segment) < code) continue;
      const first = font.readUInt16BE(start + 16 + twice + segment);
      if (first > code) return 0;
      const offsetAt = start + 16 + 3 * twice + segment;
      const offset = font.readUInt16BE(offsetAt);
      const shift = font.readInt16BE(start + 16 + 2 * twice + segment);
      return ((offset === 0 ? code : font.readUInt16BE(offsetAt + offset + (code - first) * 2)) + shift) & 0xffff;
    }
    return 0;
  };
}
