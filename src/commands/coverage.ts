/** Which section of the source document is covered by which units, as the page docs/coverage.md. */
import { coveragePage } from '../knowledge/coverage.ts';
import { content } from './content.ts';

export async function coverage(): Promise<number> {
  process.stdout.write(coveragePage((await content()).library.en));
  return 0;
}
