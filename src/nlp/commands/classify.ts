/**
 * `mend classify`: a line in, a JSON line out, in order; an empty line gives a line too.
 * Answers as it reads, so that it can stand in a pipe.
 */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { Understand } from '../../conversation/reading.ts';

/** Resolves when `input` has ended and all was handed to `output`. */
export async function classifyLines(input: Readable, output: Writable, understand: Understand): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of input) {
    const pieces = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer))).split('\n');
    rest = pieces.pop() ?? '';
    if (pieces.length > 0) await write(output, pieces.map((line) => classifiedLine(line, understand)).join(''));
  }
  rest += decoder.end();
  if (rest !== '') await write(output, classifiedLine(rest, understand));
}

/** The JSON line of one message, with its line end. */
export function classifiedLine(line: string, understand: Understand): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  const { intent, confidence, alternatives, decision, safety } = understand(text, []);
  const others = alternatives.map((other) => ({ intent: other.intent, confidence: rounded(other.confidence) }));
  return `${JSON.stringify({ text, intent, confidence: rounded(confidence), alternatives: others, decision, safety })}\n`;
}

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;

async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}
