/** The content of this project, compiled, or every mistake in it as one failure. */
import { fileURLToPath } from 'node:url';
import { readContent, type Content } from '../knowledge/library.ts';
import { formatProblems } from '../knowledge/report.ts';
import { Failure } from './failure.ts';

/** The folder that holds `content/` and `intents/`. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/** @throws Failure that lists every mistake. */
export function content(): Content {
  const result = readContent(projectRoot);
  if (result.kind === 'compiled') return result.content;
  throw new Failure(1, `the content needs a change before the bot can start:\n\n${formatProblems(result.problems)}`);
}
