/** The flags that `npm start` gives to Node, so that what is measured is what runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

export function startFlags(): readonly string[] {
  // The project's own file.
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { readonly scripts: { readonly start: string } };
  return scripts.start.split(' ').filter(word => word.startsWith('--'));
}
