/**
 * A fault that is put into the program while it starts, so that it is seen whether a trial would find it:
 * `NODE_OPTIONS="--import .../planted.ts?fault=confirms-early"`. The files on the disk stay as they are.
 */
import { registerHooks } from 'node:module';

interface Fault { readonly file: string; readonly from: string; readonly to: string }

export const faults = {
  /** Telegram is told "received" before anything is on the disk. */
  'confirms-early': { file: '/src/adapters/telegram/poll.ts', from: 'await inOrderPerChat(', to: 'void inOrderPerChat(' },
  /** What is on its way is not written down, so that a kill makes it go out once more. */
  'claims-in-memory': { file: '/src/store/outbox.ts', from: 'setSending.run(now, row.id);', to: '' },
  /** The first of two updates hangs in the process while the second is done: what a slow turn looks like to a kill. */
  'hangs-at-odd': { file: '/src/adapters/telegram/poll.ts', from: 'for (const update of ofOne) await handle(update);', to: 'for (const update of ofOne) await (update.update_id % 2 === 1 ? new Promise(() => {}) : handle(update));' },
  /** A turn that fails whatever is tried. */
  throws: { file: '/src/conversation/step.ts', from: 'const { after, effects } = decided(turn);', to: "if (facts.event.text?.startsWith('poison')) throw new Error('poison'); const { after, effects } = decided(turn);" },
  /** A turn that takes the whole process with it. */
  'ends-the-process': { file: '/src/conversation/step.ts', from: 'const { after, effects } = decided(turn);', to: "if (facts.event.text?.startsWith('poison')) process.kill(process.pid, 'SIGKILL'); const { after, effects } = decided(turn);" },
} as const satisfies Record<string, Fault>;
export type FaultName = keyof typeof faults;

/** For `NODE_OPTIONS`. */
export const planting = (name: FaultName): string => `--import ${import.meta.url.replace(/\?.*/u, '')}?fault=${name}`;

const asked = new URL(import.meta.url).searchParams.get('fault');
if (asked !== null && Object.hasOwn(faults, asked)) plant(faults[asked as FaultName]);

function plant({ file, from, to }: Fault): void {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith(file)) return loaded;
      const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
      if (!source.includes(from)) throw new Error(`the fault for ${file} does not fit the file any more`);
      return { ...loaded, source: source.replace(from, to) };
    },
  });
}
