/** Draws the pictures of `docs/pictures` from what the bot really sends: `node scripts/pictures.ts`. Needed after its words change. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../tests/knowledge-of-project.ts';
import { makePictures } from './pictures/make.ts';

const folder = join(projectRoot, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
for (const { file, png } of await makePictures()) {
  const bytes = png();
  writeFileSync(join(folder, file), bytes);
  process.stdout.write(`${file.padEnd(28)} ${(bytes.length / 1024).toFixed(1)} KB\n`);
}
