/**
 * Talking to a person at a keyboard: a prompt, wrapped pages, numbers for buttons.
 * A page that comes while somebody types moves what they have typed below it. Ctrl-C and Ctrl-D leave quietly.
 */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Screen } from './screen.ts';
import type { Talk } from './talk.ts';

export interface Keyboard {
  /** Writes above the line that is being typed. */
  write(text: string): Promise<boolean>;
  /** Clears the screen and what was scrolled off it, then shows `pages`. */
  wipe(pages: readonly string[]): Promise<boolean>;
  /** The next line typed is taken off the screen again. */
  secret(is: boolean): void;
  /** Resolves when the person leaves. */
  run(talk: Talk, greet: boolean): Promise<void>;
  leave(): void;
}

const prompt = '> ';
/** Erase the line and go to its start; clear the screen with its history; one line up (ECMA-48, xterm control sequences). */
const freshLine = '\r\u001B[0J';
const clean = '\u001B[2J\u001B[3J\u001B[H';
const lineUp = '\u001B[1A\u001B[2K';

export function createKeyboard(input: Readable, output: Writable & { readonly columns?: number }, screen: Screen, hint: string): Keyboard {
  const lines = createInterface({ input, output, prompt, terminal: true, historySize: 0 });
  // What is typed while the bot still starts stays unread until somebody listens.
  lines.pause();
  let secret = false;
  let open = true;
  let working = 0;
  let turns: Promise<unknown> = Promise.resolve();
  const showPrompt = (): void => { if (open && working === 0) lines.prompt(true); };
  const above = async (text: string): Promise<boolean> => {
    const written = await screen.write(freshLine + text);
    showPrompt();
    return written;
  };

  const inTurn = (job: () => Promise<unknown>): void => {
    working += 1;
    turns = turns.then(job).catch(() => undefined).finally(() => {
      working -= 1;
      showPrompt();
    });
  };
  const typed = (talk: Talk, line: string): void => {
    if (secret) output.write(lineUp.repeat(Math.ceil((prompt.length + line.length + 1) / (output.columns ?? 80))));
    if (line.trim() === '') return showPrompt();
    inTurn(() => talk.say(line));
  };

  return {
    write: above,
    wipe: pages => above(clean + pages.join('')),
    secret(is) { secret = is; },
    leave: () => lines.close(),
    run: (talk, greet) => new Promise(resolve => {
      lines.on('line', line => typed(talk, line));
      lines.on('SIGINT', () => lines.close());
      lines.on('close', () => {
        open = false;
        output.write('\n');
        void turns.then(() => resolve());
      });
      void screen.gone.then(() => lines.close());
      lines.resume();
      inTurn(async () => {
        await talk.leftovers();
        if (greet) await talk.command('start');
        else await above(`${hint}\n\n`);
      });
    }),
  };
}
