/**
 * Talking through a pipe: one line is one message, handled in the order of the lines, and end of input ends it.
 * `stop` ends it after the line in hand. With `json` each handled line is followed by `{"turn": n}`: first the commit, then that turn's messages, then this line.
 */
import type { Readable } from 'node:stream';
import type { Handled, Talk } from './talk.ts';
import { linesOf } from './lines.ts';
import type { Screen } from './screen.ts';

export async function talkThroughPipe(input: Readable, screen: Screen, talk: Talk, json: boolean, stop: AbortSignal): Promise<void> {
  stop.addEventListener('abort', () => input.destroy(), { once: true });
  await talk.leftovers();
  try {
    for await (const line of linesOf(input)) {
      // What was read ahead is not handled any more.
      if (stop.aborted) return;
      const handled = await talk.say(line);
      if (json && handled.turn !== null) await screen.write(turnLine(handled));
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  }
}

function turnLine(handled: Handled): string {
  return `${JSON.stringify({ turn: handled.turn })}\n`;
}
