/** How the texts are worded: words that are not used, and how old a reader must be. English only where the formula is English. */
import type { Place, Report } from './problem.ts';
import { enoughWords, hardestSentence, oldestReader, readingAge } from './reading-age.ts';
import { wordsOf } from './sentences.ts';
import type { ShownText, Unit } from './unit.ts';
import type { ForbiddenWords } from './word-lists.ts';

/** Whole words only; case does not matter. */
export function checkWords(texts: readonly ShownText[], forbidden: ForbiddenWords, report: Report): void {
  const entries = Object.entries(forbidden).map(([word, { why, except }]) => ({ word, why, pattern: patternOf(word), except: except.map((phrase) => patternOf(phrase)) }));
  const any = new RegExp(entries.map((entry) => entry.pattern.source).join('|'), 'iu');
  for (const shown of texts) {
    if (entries.length === 0 || !any.test(shown.text)) continue;
    for (const { word, why, pattern, except } of entries) {
      const text = except.reduce((rest, phrase) => rest.replace(phrase, (fine) => '\0'.repeat(fine.length)), shown.text);
      const index = text.search(pattern);
      if (index >= 0) report(lineIn(shown, index), `"${word}" is not used here: ${around(shown.text, index, word.length)}`, why);
    }
  }
}

/** Each long text by itself, the short ones of a file together. */
export function checkReadingAge(unit: Unit<unknown>, report: Report): void {
  const texts = unit.texts.filter((shown) => shown.use !== 'label' && shown.use !== 'title');
  const short: ShownText[] = [];
  for (const shown of texts) {
    if (wordsOf(shown.text).length < enoughWords) short.push(shown);
    else tellAge(shown, shown.text, 'This text asks', report);
  }
  const together = short.map((shown) => shown.text).join('\n');
  if (wordsOf(together).length >= enoughWords && readingAge(together) > oldestReader) {
    const hardest = hardestSentence(together) ?? '';
    tellAge(short.find((shown) => shown.text.includes(hardest)) ?? unit, together, 'Read together, the short texts of this file ask', report);
  }
}

function tellAge(at: Place, text: string, what: string, report: Report): void {
  const age = readingAge(text);
  if (age <= oldestReader) return;
  report(at, `${what} for a reader of ${age.toFixed(1)} years; at most ${oldestReader}.`, `The hardest sentence is: "${hardestSentence(text) ?? ''}" Shorter sentences and shorter words help.`);
}

function patternOf(word: string): RegExp {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const before = /^[\p{L}\p{N}]/u.test(word) ? '(?<![\\p{L}\\p{N}-])' : '';
  const after = /[\p{L}\p{N}]$/u.test(word) ? '(?![\\p{L}\\p{N}-])' : '';
  return new RegExp(`${before}${literal}${after}`, 'giu');
}

/** A text over several lines: the line in which the word stands, as far as the text kept its lines. */
function lineIn(shown: ShownText, index: number): Place {
  return { file: shown.file, line: shown.line + (shown.text.slice(0, index).match(/\n/g)?.length ?? 0) };
}

function around(text: string, index: number, length: number): string {
  const before = text.slice(Math.max(0, index - 25), index).replace(/^\S*\s/, '');
  const after = text.slice(index + length, index + length + 25).replace(/\s\S*$/, '');
  return `"${before}${text.slice(index, index + length)}${after}"`.replace(/\s+/g, ' ');
}
