/**
 * Talking through a pipe: one line is one message, handled in the order of the lines, and end of input ends it.
 * With `json` each handled line is followed by `{"turn": n}`: first the commit, then that turn's messages, then this line.
 */
import type { Readable } from 'node:stream';
import type { Handled, Talk } from './talk.ts';
import { linesOf } from './lines.ts';
import type { Screen } from './screen.ts';

export async function talkThroughPipe(input: Readable, screen: Screen, talk: Talk, json: boolean): Promise<void> {
  // With nobody left to read, the rest of the input is nobody's answer.
  void screen.gone.then(() => input.destroy());
  await talk.leftovers();
  try {
    for await (const line of linesOf(input)) {
      const handled = await talk.say(line);
      if (json && handled.turn !== null) await screen.write(turnLine(handled));
    }
  } catch (error) {
    if (!input.destroyed) throw error;
  }
}

function turnLine(handled: Handled): string {
  return `${JSON.stringify({ turn: handled.turn })}\n`;
}
