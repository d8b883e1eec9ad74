/** Which section of the source document is covered by which units, as the page docs/coverage.md. */
import { coveragePage } from '../knowledge/coverage.ts';
import { content } from './content.ts';

export function coverage(): Promise<number> {
  process.stdout.write(coveragePage(content().library.en));
  return Promise.resolve(0);
}
