/** The pictures in the documents show what the bot really sends today. After its words change: `node scripts/pictures.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makePictures, type Picture } from '../../scripts/pictures/make.ts';
import { noteIn } from '../../scripts/pictures/png.ts';
import { projectRoot } from '../knowledge-of-project.ts';

const folder = join(projectRoot, 'docs', 'pictures');
const committed = (file: string): Buffer => readFileSync(join(folder, file));
let pictures: readonly Picture[] = [];
beforeAll(async () => { pictures = await makePictures(); }, 300_000);

describe('the pictures of docs/pictures', () => {
  it('are the ones that are drawn, no more and no fewer', () => {
    expect(readdirSync(folder).toSorted()).toEqual(pictures.map(({ file }) => file).toSorted());
  });

  it('show what the bot says now; where this fails, "node scripts/pictures.ts" draws them anew', () => {
    expect(pictures.filter(({ file, note }) => noteIn(committed(file)) !== note).map(({ file }) => file)).toEqual([]);
  });

  it('are the same bytes every time', () => {
    const [first] = pictures;
    expect(first?.png().equals(first.png())).toBe(true);
  });

  it('are small', () => {
    expect(pictures.filter(({ file }) => committed(file).length > 60_000).map(({ file }) => file)).toEqual([]);
  });

  it('have words for who does not see them, wherever they are shown', () => {
    const alts = new Map(pictures.map(({ file, alt }) => [file, alt]));
    for (const page of ['README.md', 'docs/telegram.md', 'docs/discord.md']) {
      const shown = [...readFileSync(join(projectRoot, page), 'utf8').matchAll(/<img alt="([^"]*)" src="(?:docs\/)?pictures\/([^"]+)"/gu)];
      expect(shown.length).toBeGreaterThan(2);
      for (const [, alt, file] of shown) expect(alt?.replaceAll('&quot;', '"')).toBe(alts.get(file ?? ''));
    }
  });
});
