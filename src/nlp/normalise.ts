/**
 * One plain spelling for text that people, keyboards and filters spell in many ways: lower case ASCII letters where a
 * letter only looks different, no invisible characters, straight apostrophes, single spaces. It changes how words are
 * written, never which words they are, and loses what is not a letter, a digit or a mark that ends a sentence.
 *
 * `normalise('Ｉ w4nt t0\nｄ\u200Bіе')` is `'i want to die'`; `'k i l l'` and `'k.i.l.l'` are `'kill'`; `'diiiie'` is `'diie'`.
 * Linear in the length of the text. Any string is allowed: lone surrogates and NUL count as spaces.
 * Look-alikes: a choice of the single-letter rows of Unicode Technical Standard 39, `confusables.txt`.
 */
export function normalise(text: string): string {
  const folded = fold(text);
  if (usual.test(folded) && !unusual.test(folded)) return folded.replaceAll('\n', ' ').replaceAll(/ {2,}/g, ' ').trim();
  const words = folded.split('\n').map((line) => joinSpacedLetters(line)).join(' ')
    .split(' ').filter((piece) => piece !== '').map(joinDotted).join(' ').split(' ');
  return readNumbersAsLetters(words).map(shorten).join(' ').replaceAll(/[^a-z0-9'.!?;,: ]/g, ' ').replaceAll(/ {2,}/g, ' ').trim();
}

/** Nearly every message: small letters and the marks that stay. */
const usual = /^[a-z'.!?;,: \n]*$/;
/** What must be put right even then: marks inside words, a letter three times, three letters that stand alone in a row. */
const unusual = /[.!](?=[a-z])|([^.!?])\1\1|(?:^| )[a-z!'.,?] +[a-z!'.,?] +[a-z!'.,?](?= |$)/m;

/** Case, width, invisible characters and apostrophes only: every script keeps its letters. */
export function plain(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase().replaceAll('`', "'").replaceAll(/[\0-\x09\x0B-\x1F\x7F]/g, ' ');
  return text.toWellFormed().normalize('NFKC').toLowerCase()
    .replaceAll(/\p{Cf}|\u034F|[\u115F\u1160\u2800]|[\uFE00-\uFE0F]/gu, '')
    .replaceAll(/[\u2018\u2019\u201B\u02BC\u2032\u00B4`\uFF07]/gu, "'")
    .replaceAll(/[\p{Cc}\uFFFD\p{Z}]/gu, (mark) => (mark === '\n' ? '\n' : ' '));
}

const isAscii = /^[\0-\x7F]*$/;

function fold(text: string): string {
  const straight = plain(text);
  if (isAscii.test(straight)) return straight;
  let out = '';
  for (const letter of straight.normalize('NFD')) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) out += letter;
    else if (/\p{M}/u.test(letter)) continue;
    else out += lookAlikes.get(letter) ?? enclosed(code) ?? letter;
  }
  return out;
}

/** The small Latin letter that a small letter of another alphabet looks like. */
export function lookAlikeOf(letter: string): string | null {
  return lookAlikes.get(letter) ?? null;
}

/** White-on-black and flag letters, which NFKC leaves alone. */
function enclosed(code: number): string | null {
  for (const first of [0x1f150, 0x1f170, 0x1f1e6, 0x1f130]) {
    if (code >= first && code < first + 26) return String.fromCodePoint(97 + code - first);
  }
  return null;
}

/** `k i l l` is one word; where some gaps are wider, the wider ones part the words. */
function joinSpacedLetters(line: string): string {
  const pieces = line.split(/( +)/);
  let out = '';
  for (let at = 0; at < pieces.length;) {
    let end = at;
    while (end < pieces.length && pieces[end]?.length === 1 && /[a-z0-9@$!'.,?]/.test(pieces[end] ?? '')) end += 2;
    if (end - at < 6) {
      out += (pieces[at] ?? '') + (pieces[at + 1] ?? '');
      at += 2;
      continue;
    }
    let narrow = Infinity;
    for (let gap = at + 1; gap < end - 1; gap += 2) narrow = Math.min(narrow, pieces[gap]?.length ?? 1);
    for (let letter = at; letter < end; letter += 2) {
      out += pieces[letter] ?? '';
      const gap = pieces[letter + 1] ?? '';
      if (letter + 2 >= end || gap.length > narrow) out += gap;
    }
    at = end;
  }
  return out;
}

/** `k.i.l.l`, `k-i-l-l`, `k*i*l*l`. */
function joinDotted(word: string): string {
  if (!/[^a-z0-9']/.test(word)) return word;
  if (word.length < 5 || !/^[a-z0-9@$](?:[.\-_*~+/][a-z0-9@$])+[.,!?;:]*$/.test(word)) return splitJoined(word);
  return /^[\d./-]+$/.test(word) ? word : word.replaceAll(/[.\-_*~+/](?=[a-z0-9@$])/g, '');
}

/** `better-off`, `wife/husband`, `end_it`: the mark stands for a space. */
function splitJoined(word: string): string {
  return word.replaceAll(/(?<=[a-z])[-_/*~+\u2013\u2014](?=[a-z])/g, ' ');
}

/** Drawn-out letters: one is enough at the ends of a word, two inside (`killll` -> `kil`, `bedrooom` -> `bedroom`). */
function shorten(word: string): string {
  if (!/([^.!?])\1\1/.test(word)) return word;
  // A run is found whole first and looked at then: a condition after it within the pattern would try each of its letters as a start.
  return word.replaceAll(/([a-z])\1{2,}/g, (run, letter: string, at: number) => (isLetter.test(word.charAt(at - 1)) && isLetter.test(word.charAt(at + run.length)) ? run : letter))
    .replaceAll(/(.)\1{2,}/gu, '$1$1');
}

const isLetter = /^[a-z]$/;

/** Once one word of a text is written with digits for letters, a lone `1` is `i` and a lone `4` is `a`. */
function readNumbersAsLetters(words: readonly string[]): string[] {
  const out = words.map(readLeet);
  if (out.every((word, at) => word === words[at] || !/[013457]/.test(words[at] ?? ''))) return out;
  return out.map((word) => (word === '1' ? 'i' : word === '4' ? 'a' : word));
}

/** Digits and signs inside a word stand for the letters they look like; ages, times and amounts stay. */
function readLeet(word: string): string {
  if (!/[a-z]/.test(word) || !/[0-9@$!|+]/.test(word) || amount.test(word)) return word;
  return word.replaceAll(/[013457890@$]/g, (sign) => leet[sign] ?? sign).replaceAll(/(?<=[a-z])[!|](?=[a-z])/g, 'i').replaceAll(/(?<=[a-z])\+(?=[a-z])/g, 't');
}

const amount = /^[$@#]?(?:\d*1st|\d*2nd|\d*3rd|\d+th|\d+(?:am|pm|yo|yrs?|years?|min|mins|hrs?|kg|cm|ft|gb|mg)|\d\d+[fmk])[.!?,;:]*$/;

const leet: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g', '@': 'a', $: 's' };

const lookAlikes: ReadonlyMap<string, string> = new Map(
  [
    'aаαɑᴀ', 'bЬвьβʙ', 'cсϲᴄ', 'dԁɗᴅđ', 'eеєεҽᴇə', 'fƒꜰ', 'gɡցɢ', 'hһнհʜ', 'iіıιɩӏɪ', 'jјʝᴊ', 'kкκᴋĸ', 'lⅼʟł', 'mмᴍ', 'nпηոɴ', 'oоοօσᴏøө',
    'pрρᴘ', 'qԛգ', 'rгᴦʀ', 'sѕꜱ', 'tтτᴛ', 'uսυᴜ', 'vνѵᴠ', 'wԝѡωᴡш', 'xхχ', 'yуүγʏ', 'zᴢʐ',
  ].flatMap((row) => [...row.slice(1)].map((other) => [other, row.charAt(0)] as const)),
);
