/**
 * The project's own content, and understanding trained on it: made once for a test file, from what a start keeps in `.cache`.
 * Whoever tests the reading of content itself reads it by `readContent`.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Library } from '../src/conversation/knowledge.ts';
import type { Understand } from '../src/conversation/reading.ts';
import { understandFrom } from '../src/commands/model.ts';
import type { Content } from '../src/knowledge/library.ts';
import { readContentRemembered } from '../src/knowledge/remembered.ts';
import { formatProblems } from '../src/knowledge/report.ts';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

const result = await readContentRemembered(projectRoot, join(projectRoot, '.cache', 'content'));

export function projectContent(): Content {
  if (result.kind === 'refused') throw new Error(formatProblems(result.problems));
  return result.content;
}

export function projectLibrary(): Library {
  return projectContent().library;
}

/** The content with understanding trained on it, as the bot has it. */
export function projectUnderstanding(): { readonly library: Library; readonly understand: Understand } {
  const content = projectContent();
  return { library: content.library, understand: understandFrom(content) };
}
