/**
 * The first start learns two things, intents and danger, and each takes seconds: one is learned on another core meanwhile and comes
 * through its cache. Whatever becomes of the other thread, this one goes on when it has ended, and learns what is still missing.
 */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { type ResourceLimits, Worker } from 'node:worker_threads';

/** Runs a module in another thread and resolves when it has ended, well or not. It leaves its work in `folder`: null, and nothing is run, where nothing can be written. */
export function learnBeside(module: URL, folder: string, resourceLimits: ResourceLimits = {}): Promise<void> | null {
  if (!canWrite(folder)) return null;
  return new Promise((resolve) => {
    const worker = new Worker(module, { execArgv: [], resourceLimits, stderr: true });
    worker.on('error', () => resolve());
    worker.on('exit', () => resolve());
  });
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
