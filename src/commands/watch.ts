/** Reads content again when a file of it is saved: the next turn sees all of the new, or all of the old with what is wrong with the new. */
import { watch } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../knowledge/library.ts';
import { content } from './content.ts';
import { projectRoot } from './project-root.ts';
import { Failure } from './failure.ts';
import { understandFrom } from './model.ts';
import type { Understanding } from './understanding.ts';

/** Editors save in several steps. */
const settle = 200;

export function watchContent(take: (content: Content) => void, understanding: Understanding): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let reading = Promise.resolve();
  const reread = async (): Promise<void> => {
    try {
      const fresh = await content();
      understanding.replace(understandFrom(fresh));
      take(fresh);
      process.stderr.write('The content was read again.\n');
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      process.stderr.write(`The old content stays; ${error.message}\n`);
    }
  };
  const watchers = ['content', 'intents'].map(folder => watch(join(projectRoot, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => { reading = reading.then(reread); }, settle);
  }));
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
