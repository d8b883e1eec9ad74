/** The content of this project, compiled, or every mistake in it as one failure. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../knowledge/library.ts';
import { readContentRemembered } from '../knowledge/remembered.ts';
import { formatProblems } from '../knowledge/report.ts';
import { Failure } from './failure.ts';
import { projectRoot } from './project-root.ts';

const cacheFile = join(projectRoot, '.cache', 'content');

/** Whether an earlier start left compiled content behind. It may be out of date; then it is made anew. */
export const remembersContent = (): boolean => existsSync(cacheFile);

/** @throws Failure that lists every mistake. */
export async function content(): Promise<Content> {
  const result = await readContentRemembered(projectRoot, cacheFile);
  if (result.kind === 'compiled') return result.content;
  throw new Failure(1, `the content needs a change before the bot can start:\n\n${formatProblems(result.problems)}`);
}
