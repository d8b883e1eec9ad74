/**
 * `npm start` stands between whoever ends the bot and the bot, often with a shell in the middle: a SIGTERM ends the shell, a SIGKILL only npm,
 * and neither reaches this process. It would go on, hold the data file, and the next `npm start` would stand by for ever.
 */
import { readFileSync } from 'node:fs';

/** In ms. */
const lookEvery = 250;

/** Resolves when the npm that started this process is gone; never where none did. */
export function abandoned(startedBy: string | undefined = process.env['npm_lifecycle_event']): Promise<void> {
  if (startedBy === undefined) return new Promise(() => { /* nobody stands in between */ });
  const parent = process.ppid;
  // Where the parent is npm's shell, npm is one further up; whatever is above npm may go as it likes.
  const npm = nameOf(parent)?.startsWith('npm') === true ? null : parentOf(parent);
  const above = npm !== null && nameOf(npm)?.startsWith('npm') === true ? npm : null;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (process.ppid === parent && (above === null || parentOf(parent) === above)) return;
      clearInterval(timer);
      resolve();
    }, lookEvery).unref();
  });
}

/** As Linux tells it (proc(5), `/proc/pid/stat`: number, name in brackets, state, parent); null elsewhere. */
function statOf(pid: number): { readonly name: string; readonly parent: number } | null {
  try {
    const [, name = '', parent = ''] = /\((.*)\) \S (\d+)/su.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent: Number(parent) };
  } catch {
    return null;
  }
}

const nameOf = (pid: number): string | null => statOf(pid)?.name ?? null;
const parentOf = (pid: number): number | null => statOf(pid)?.parent ?? null;
