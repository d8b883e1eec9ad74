/** `mend serve` as a process of its own against the Bot API on loopback, to be stopped, killed and started again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startFlags } from '../../../src/commands/start-flags.ts';

export interface Served {
  /** Resolves when it takes messages; rejects with what it said when it ends before. */
  ready(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Resident memory now, bytes. */
  memory(): number;
  readonly ended: Promise<{ readonly code: number | null; readonly ms: number }>;
  /** Everything that it wrote. */
  readonly log: () => string;
}

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));
const bareEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(MEND|TELEGRAM|DISCORD)_/.test(name)));

export function serve(settings: Readonly<Record<string, string>>, readMemory: (pid: number) => number = () => 0): Served {
  const child = spawn(process.execPath, [...startFlags(), main, 'serve'], { env: { ...bareEnv, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  let asked = 0;
  const looks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { log += text; for (const look of looks) look(); });
  const ended = once(child, 'close').then(([code]) => {
    const ms = Date.now() - asked;
    for (const look of looks) look();
    return { code: code as number | null, ms };
  });
  return {
    ended,
    log: () => log,
    memory: () => readMemory(child.pid ?? 0),
    kill(signal) { asked = Date.now(); child.kill(signal); },
    ready: () => new Promise((resolve, reject) => {
      const look = (): void => {
        if (log.includes('"Serving."')) { looks.delete(look); resolve(); }
        else if (child.exitCode !== null || child.signalCode !== null) reject(new Error(`it ended before: ${log}`));
      };
      looks.add(look);
      look();
    }),
  };
}
