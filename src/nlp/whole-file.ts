/**
 * A file that is there whole or not at all: written beside under a name of this process, then moved into place. A process that was
 * killed in between leaves its half there, of some MB; the next one that writes takes it away.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Throws what the disk says; then nothing is left behind. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const half = `${file}.${process.pid}.part`;
  mkdirSync(dirname(file), { recursive: true });
  removeLeft(file);
  try {
    writeFileSync(half, content);
    renameSync(half, file);
  } catch (cause) {
    rmSync(half, { force: true });
    throw cause;
  }
}

/** A number may belong to another process by now, so what is old goes too. One that goes too early costs its process only a rename. */
function removeLeft(file: string): void {
  const start = `${basename(file)}.`;
  try {
    for (const name of readdirSync(dirname(file))) {
      const pid = name.startsWith(start) ? /^(\d+)\.part$/u.exec(name.slice(start.length))?.[1] : undefined;
      if (pid === undefined) continue;
      const half = join(dirname(file), name);
      if (!isRunning(Number(pid)) || Date.now() - statSync(half).mtimeMs > longest) rmSync(half, { force: true });
    }
  } catch {
    // What cannot be tidied up does no harm.
  }
}

/** No process writes so long at one file. */
const longest = 24 * 3_600_000;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    // One that belongs to somebody else may not be asked, and is there.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
