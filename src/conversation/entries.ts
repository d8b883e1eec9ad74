/**
 * What a person wrote, put into a sentence: people answer "Write the end of this sentence: When ..." with the whole sentence,
 * with a capital and a full stop, and the result should still read well.
 */
import type { Running } from './state.ts';

/** `leftOut`: said where nothing was saved; `and` joins the last two of several; `ordinary`: words that lose their capital inside a sentence, lower case, names and "I" keep theirs; `inFull`: short forms and what they stand for, `i'll=I will`. */
export interface Joining { readonly leftOut: string; readonly and: string; readonly ordinary: readonly string[]; readonly inFull: readonly string[] }

/** The text with what was saved filled in. */
export function fillEntries(text: string, entries: Running['entries'], joining: Joining): string {
  return text.replace(/\{([a-z][a-z_-]*)\}/giu, (_, name: string, at: number) => {
    const value = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (value === undefined || value === '') return joining.leftOut;
    if (typeof value !== 'string') return Array.isArray(value) ? listed(value, joining.and) : String(value);
    return fitted(value, text.slice(0, at), text.slice(at + name.length + 2), joining);
  });
}

function fitted(entry: string, before: string, after: string, { ordinary, inFull }: Joining): string {
  const bare = entry.trim();
  const ended = /^\s*[.,;:!?]/u.test(after) || /^ \p{L}/u.test(after) ? bare.replace(/[\s.!?,;:]+$/u, '') : bare;
  const begun = withoutRepeat(ended, before, inFull);
  if (/[\p{L}\p{N},] $/u.test(before)) return lowered(begun, ordinary);
  return /[.!?]\s+$/u.test(before) ? begun.slice(0, 1).toUpperCase() + begun.slice(1) : begun;
}

function listed(values: readonly string[], and: string): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${and} ${values.at(-1) ?? ''}`;
}

/** Drops from the entry what the sentence already says just before it: "When " + "When you shout" -> "you shout". */
function withoutRepeat(entry: string, before: string, inFull: readonly string[]): string {
  const spoken = opened(entry, inFull);
  const said = (/(?:[\p{L}']+ ){1,3}$/u.exec(before)?.[0] ?? '').toLowerCase();
  for (let words = said; words !== ''; words = words.replace(/^[\p{L}']+ /u, '')) {
    if (spoken.toLowerCase().startsWith(words)) return spoken.slice(words.length).trimStart();
  }
  return entry;
}

/** The entry with a short form at its beginning said in full: "I'll ask" -> "I will ask". */
function opened(entry: string, inFull: readonly string[]): string {
  const plain = entry.toLowerCase().replaceAll('’', "'");
  for (const line of inFull) {
    const [short = '', full = ''] = line.split('=');
    if (plain.startsWith(short) && !/^[\p{L}\p{N}]/u.test(plain.slice(short.length))) return full + entry.slice(short.length);
  }
  return entry;
}

function lowered(entry: string, ordinary: readonly string[]): string {
  const first = /^\p{L}+/u.exec(entry)?.[0] ?? '';
  return ordinary.includes(first.toLowerCase()) ? first.toLowerCase() + entry.slice(first.length) : entry;
}
