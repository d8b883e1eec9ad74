/**
 * The first start learns two things, intents and danger, and each takes seconds: the second is learned on another core meanwhile
 * and comes through its cache. Where that fails or takes too long, it is learned again here, as if this had not been.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from './project-root.ts';

const longest = 60_000;

/** Begins at once where danger was never learned here; the function that comes back waits for the end of it. */
export function learnDangerBeside(cacheFile = join(projectRoot, '.cache', 'safety-model')): () => void {
  if (existsSync(`${cacheFile}.told`)) return () => undefined;
  const done = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./learn-danger.ts', import.meta.url), { workerData: { done }, execArgv: [] });
  worker.on('error', () => undefined);
  worker.unref();
  return () => { Atomics.wait(done, 0, 0, longest); };
}
