/**
 * Where one sentence of a message ends and the next begins. People who write on phones break lines in the middle of a sentence,
 * and leave marks out at the end of a message: a line break alone is therefore only sometimes an end.
 */

/** Sentences of at least one word, in order: cut at `.`, `!`, `?`, `…`, `;` and at line breaks that end something. The mark stays with its sentence. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (const line of text.includes('\n') ? whole(text.split('\n')) : [text]) {
    for (const part of line.split(/(?<=[.!?…;])\s/u)) {
      const sentence = part.trim();
      if (/[\p{L}\p{N}]/u.test(sentence)) found.push(sentence);
    }
  }
  return found;
}

/** Lines that go on in the next line are joined with it. A blank line is an end: it is neither gone on from nor to. */
function whole(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let open = '';
  for (const raw of lines) {
    const line = raw.trim();
    if (joined.length > 0 && goesOn(open, line)) joined[joined.length - 1] += ` ${line}`;
    else joined.push(line);
    open = line;
  }
  return joined;
}

/**
 * `next` continues what `line` began: no mark between them, no list, no new start by a capital letter, and no full line before one
 * that asks or thanks by itself.
 */
function goesOn(line: string, next: string): boolean {
  if (line === '' || next === '' || /[.!?…;:"”)]$/u.test(line) || listed.test(next) || polite.test(line)) return false;
  const words = line.split(/\s+/).length;
  if (words >= fullLine && polite.test(next)) return false;
  if (/^I\b/.test(next)) return words < fullLine;
  if (/^\p{Lu}/u.test(next) && !/^\P{Ll}+$/u.test(next)) return words < 2 && !/^\p{Lu}/u.test(line);
  return words < fullLine || !startsAnew.test(next);
}
/** A line of so many words may be a sentence. */
const fullLine = 3;

const listed = /^(?:[-*•·–—>]|\(?\d{1,2}[.):])\s?\S/u;
const polite = /^(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening)|thanks|thank you|thx|ty|hola|buenas|gracias)(?: (?:there|all|everyone|mend|bot|again|so much|a lot))?[,\s]*$/i;
const startsAnew = /^(?:(?:so|and|but|ok|okay|also|then|pls|please) )?(?:how|what|whats|why|who|where|which|when|can|could|should|would|will|is|are|am|do|does|did|i|im|ive|i'm|i've|my|he|she|they|we|we're|it|thanks|thank|thx|any|help|tell|please|pls)\b.*\s\S+\s\S/i;
