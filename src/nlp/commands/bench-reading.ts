/** `mend bench reading`: how long the whole reading of a message takes - normalised, safety, intent - by its length. */
import type { Writable } from 'node:stream';
import type { Understand } from '../../conversation/reading.ts';
import { percentile } from '../measure.ts';

/** Microseconds a message: half of them take less than `p50`, 99 in 100 less than `p99`. `characters` null: sentences as they are. */
export interface ReadingTimes { readonly characters: number | null; readonly messages: number; readonly p50_us: number; readonly p99_us: number }

/** `sentences`: what people say; longer messages are made by putting different ones together, so that few words are remembered. */
export function benchReading(sentences: readonly string[], understand: Understand, output: Writable, json: boolean): readonly ReadingTimes[] {
  for (let round = 0; round < 3; round++) for (const sentence of sentences) understand(sentence, []);
  const all = [timesOf(null, sentences, understand), ...lengths.map(({ characters, messages }) => timesOf(characters, joined(sentences, characters, messages), understand))];
  output.write(json ? `${JSON.stringify(all)}\n` : all.map(line).join(''));
  return all;
}
const lengths = [{ characters: 200, messages: 1000 }, { characters: 10_000, messages: 100 }] as const;

function timesOf(characters: number | null, texts: readonly string[], understand: Understand): ReadingTimes {
  for (const text of texts.slice(0, 100)) understand(text, []);
  const times = texts.map((text) => {
    const from = process.hrtime.bigint();
    understand(text, []);
    return Number(process.hrtime.bigint() - from) / 1000;
  }).toSorted((a, b) => a - b);
  const rounded = (share: number): number => Math.round(percentile(times, share) * 10) / 10;
  return { characters, messages: texts.length, p50_us: rounded(0.5), p99_us: rounded(0.99) };
}

/** Messages of just so many characters, each beginning with another sentence and going on in steps of its own. */
function joined(sentences: readonly string[], characters: number, messages: number): string[] {
  return Array.from({ length: messages }, (_, start) => {
    let text = '';
    for (let at = start; text.length < characters; at += 1 + (start % 7)) text += `${sentences[at % sentences.length] ?? ''}. `;
    return text.slice(0, characters);
  });
}

function line({ characters, messages, p50_us, p99_us }: ReadingTimes): string {
  const what = characters === null ? 'a sentence as it is' : `${characters.toLocaleString('en')} characters`;
  return `${what.padEnd(24)} half / 99 in 100: ${p50_us.toFixed(0)} / ${p99_us.toFixed(0)} µs (${messages} messages)\n`;
}
