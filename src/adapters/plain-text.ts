/**
 * Text as a platform may safely show it. What the bot echoes was written by somebody: nothing in it may
 * turn the reading direction of the rest, break an encoding, or be larger than one message.
 */

import type { Insert } from '../conversation/message.ts';

/** Stands where nothing readable is left: platforms refuse an empty message. */
const nothing = '\u2026';

/**
 * Control characters and bidirectional overrides go (Unicode UAX #9, section 2: explicit embeddings, overrides and isolates),
 * half surrogate pairs become U+FFFD, line ends become "\n", more than three combining marks in a row are cut to three.
 */
export function plain(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
  return clean === '' ? nothing : clean;
}

/** The text with each U+FFFC replaced by what stands there, as a platform without special forms shows it. */
export function withInserts(text: string, inserts: readonly Insert[] = [], show: (insert: Insert) => string = inWords): string {
  let next = 0;
  return text.replace(/\uFFFC/gu, () => {
    const insert = inserts[next++];
    return insert ? show(insert) : '';
  });
}

function inWords(insert: Insert): string {
  return insert.kind === 'time'
    ? new Intl.DateTimeFormat('en-GB', { timeZone: insert.zone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(insert.at).replace(' at ', ', ')
    : insert.id.slice(insert.id.lastIndexOf(':') + 1);
}

/** One line of at most `max` UTF-16 units: a label, a title. */
export function oneLine(text: string, max: number): string {
  const line = plain(text).replace(/\s+/gu, ' ');
  return line.length <= max ? line : `${line.slice(0, wholeBefore(line, max - 1)).trimEnd()}${nothing}`;
}

/**
 * Pieces of at most `max` UTF-16 units, cut after a paragraph, else after a sentence, else at a space, else anywhere
 * but inside a surrogate pair. Platforms count characters; UTF-16 units are never fewer.
 */
export function split(text: string, max: number): readonly [string, ...string[]] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const cut = cutOf(rest.slice(0, max + 1), max);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  const [first = nothing, ...others] = pieces.filter((piece) => piece !== '');
  return [first, ...others];
}

const ends = [/\n\n/gu, /[.!?\u2026]["')\]\u201D\u2019]?\s/gu, /\s/gu];

function cutOf(window: string, max: number): number {
  for (const end of ends) {
    const last = [...window.matchAll(end)].at(-1);
    // A cut in the first quarter would leave a scrap: the next kind of end is better.
    if (last && last.index + last[0].length - 1 > max / 4) return Math.min(last.index + last[0].length, max);
  }
  return wholeBefore(window, max);
}

function wholeBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? at - 1 : at;
}
