/** `mend` as a process of its own, the way a person or a script runs it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Ended { readonly code: number | null; readonly out: string; readonly err: string }

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** Without the settings and tokens of whoever runs the tests. */
const bareEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(MEND|TELEGRAM|DISCORD)_/.test(name)));

export interface Running {
  write(text: string | Uint8Array): void;
  /** What was written so far, once `found` is true of it. Rejects when the process ends before. */
  until(found: (out: string) => boolean): Promise<string>;
  /** What standard error holds so far. */
  complained(): string;
  kill(signal: NodeJS.Signals): void;
  end(): Promise<Ended>;
  /** Nobody reads on. */
  leave(): void;
}

export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [main, ...args], { env: { ...bareEnv, ...env }, stdio: 'pipe' });
  let out = '';
  let err = '';
  let over = false;
  const looks = new Set<() => void>();
  const look = (): void => { for (const each of looks) each(); };
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; look(); });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([code]) => { over = true; look(); return { code: code as number | null, out, err }; });
  return {
    write: text => void child.stdin.write(text),
    until: found => new Promise((resolve, reject) => {
      const check = (): void => {
        if (found(out)) resolve(out);
        else if (over) reject(new Error(`it ended before: ${err}${out}`));
        else return;
        looks.delete(check);
      };
      looks.add(check);
      check();
    }),
    complained: () => err,
    kill: signal => void child.kill(signal),
    end() { child.stdin.end(); return ended; },
    leave: () => void child.stdout.destroy(),
  };
}

export function mend(args: readonly string[], input: string | Uint8Array = '', env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const running = start(args, env);
  running.write(input);
  return running.end();
}
