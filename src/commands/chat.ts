/** Talking at the terminal or through a pipe, with the real bot on a real data file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTerminal } from '../adapters/terminal/adapter.ts';
import { createKeyboard, type Keyboard } from '../adapters/terminal/keyboard.ts';
import { talkThroughPipe } from '../adapters/terminal/pipe.ts';
import { createScreen } from '../adapters/terminal/screen.ts';
import { createShown } from '../adapters/terminal/shown.ts';
import { createTalk, type Handled } from '../adapters/terminal/talk.ts';
import type { PersonEvent, PersonId } from '../conversation/event.ts';
import { createLog, silentLog } from '../runtime/log.ts';
import { createMetrics } from '../runtime/metrics.ts';
import { drain, endOnBug, stopAsked } from '../runtime/stop.ts';
import { systemClock } from '../runtime/clock.ts';
import { assemble } from './assembly.ts';
import { content, remembersContent } from './content.ts';
import { Failure } from './failure.ts';
import { openOwn } from './files.ts';
import { missingMirrorFolder } from './mirror-folder.ts';
import { recall } from './recall.ts';
import { settingsAtHome } from './settings.ts';
import { understandLater } from './understanding.ts';
import { whyText } from './why.ts';

export interface ChatOptions { readonly db?: string; readonly as: string; readonly json?: true; readonly why?: true; readonly watch?: true }

/** Reading all content for the first time takes a moment; later starts remember it. */
const firstStart = 'Hello. The first start takes a few seconds.\n\n';

/** How often a turn is tried before the line is given up; the waits between add up to 1.5 s. */
const tries = 5;

export async function chat(options: ChatOptions): Promise<number> {
  const config = settingsAtHome(options.db);
  const person: PersonId = `terminal:${options.as}`;
  const json = options.json === true;
  const log = config.log === null ? silentLog : createLog(config.log);
  const metrics = createMetrics();
  endOnBug(error => {
    log.error('A bug ended the process.', { error });
    process.stderr.write('mend: a bug ended this talk. What was said up to here is kept. MEND_LOG=info shows where it was.\n');
  });
  if (process.stdin.isTTY && process.stdout.isTTY && options.json !== true && !remembersContent()) process.stdout.write(firstStart);
  const noMirror = missingMirrorFolder(config);
  if (noMirror !== null) process.stderr.write(`mend: MEND_KEYS_MIRROR: there is no folder ${noMirror}, so the keys have no second copy. Make the folder, or name another place.\n`);
  let compiled = await content();
  const files = await openOwn(config, 2_000, { wake: () => wakeCourier() });
  let wakeCourier: () => void = () => undefined;
  const understanding = understandLater(async () => (await import('./model.ts')).learnAndUnderstand(compiled, { report: what => process.stderr.write(`mend: ${what}\n`) }));

  // Without a model nobody in danger would be heard, so there is no talk without it.
  const modelOrEnd = (): Promise<void> => understanding.ready().catch((error: unknown) => {
    process.stderr.write(`mend: ${error instanceof Failure ? error.message : 'the model could not be made: npm run check:content says why.'}\n`);
    process.exit(1);
  });

  const screen = createScreen(process.stdout);
  const atKeyboard = process.stdin.isTTY === true && process.stdout.isTTY === true && !json;
  const keyboard: Keyboard | null = atKeyboard ? createKeyboard(process.stdin, process.stdout, screen, hint) : null;
  const shown = createShown();
  const album = pictureAlbum();
  let refs = 0;
  const run = Date.now().toString(36);
  const terminal = createTerminal({
    person, json, shown,
    look: () => ({ width: keyboard ? Math.min(100, process.stdout.columns || 80) : null, colour: keyboard !== null && !process.env['NO_COLOR'] }),
    draw: json || keyboard ? async chart => album.keep(await (await import('../runtime/chart.ts')).chartPng(chart)) : null,
    write: text => (keyboard ? keyboard.write(text) : screen.write(text)),
    wipe: keyboard ? pages => { album.burn(); return keyboard.wipe(pages); } : null,
    secret: is => keyboard?.secret(is),
    now: () => Date.now(),
    ref: () => { refs += 1; return `${run}-${refs}`; },
  });
  const { bot, courier, timers } = assemble({
    store: files.store, adapters: [terminal], log, metrics, library: () => compiled.library,
    operator: { name: config.name, contact: config.contact, cover: config.cover },
    understand: understanding.understand, ready: modelOrEnd,
  });
  wakeCourier = courier.wake;
  const shownAll = async (): Promise<void> => { courier.wake(); await courier.idle(); };
  let last = 0;
  const receive = async (event: PersonEvent): Promise<Handled> => {
    const receipt = await bot.receive(event, tries);
    if (receipt.outcome === 'unavailable') {
      process.stderr.write('This message could not be kept, so it was not handled: the data file takes no writes (is the disk full?).\n');
      return { turn: null };
    }
    last = receipt.turn ?? last;
    if (options.why && receipt.reading) {
      await shownAll();
      process.stderr.write(whyText(receipt.reading));
    }
    return { turn: last };
  };
  const talk = createTalk({ person, shown, receive, shownAll, recall: label => recall(files.store, person, label), now: () => Date.now() });
  const watching = options.watch ? (await import('./watch.ts')).watchContent(fresh => { compiled = fresh; }, understanding) : null;

  try {
    await files.store.recover();
    // What came for this person while somebody else was at this terminal.
    await files.store.hurry();
    timers.start();
    // After the greeting: making the model keeps the process busy for a moment. A text asks for it at once.
    const loading = setTimeout(() => void modelOrEnd(), 100);
    const stop = new AbortController();
    // With nobody left to read, the rest of the input is nobody's answer.
    void Promise.race([stopAsked(), screen.gone]).then(() => { stop.abort(); keyboard?.leave(); });
    await (keyboard ? keyboard.run(talk, (await files.store.read(person)) === null) : talkThroughPipe(process.stdin, screen, talk, json, stop.signal));
    clearTimeout(loading);
  } finally {
    watching?.close();
    if (keyboard) album.burn();
    bot.stop();
    await drain([() => timers.stop(), () => courier.stop(), () => files.close()], systemClock);
  }
  process.stdin.destroy();
  return 0;
}

const hint = 'You are back where you were. Write a message, or /help. Ctrl-D leaves.';

/** Pictures of this run, in a folder that only this user can read. */
function pictureAlbum(): { keep(png: Uint8Array): string; burn(): void } {
  let folder: string | null = null;
  let count = 0;
  return {
    keep(png) {
      folder ??= mkdtempSync(join(tmpdir(), 'mend-'));
      count += 1;
      const path = join(folder, `chart-${count}.png`);
      writeFileSync(path, png, { mode: 0o600 });
      return path;
    },
    burn() {
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
      folder = null;
    },
  };
}
