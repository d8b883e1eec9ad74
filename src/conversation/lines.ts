/** Help lines as words: which ones for a country and a kind of need, and how they are written out. Never another country's number. */
import type { Country, HelpLine, Knowledge, LineKind } from './knowledge.ts';
import { fill } from './phrases.ts';
import { fold } from './typed.ts';

/** At most this many lines in one reply: more is harder to use. */
const shownAtMost = 3;
export const worldwide = 'ZZ';

export function countryOf(know: Knowledge, code: string | null): Country | null {
  return code !== null && code !== worldwide ? (know.countries[code] ?? null) : null;
}

/** A country's name in the language that is spoken. */
export function countryName({ language }: Knowledge, { code, names }: Country): string {
  const own = names[0] ?? code;
  return language === 'en' ? own : (new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code) ?? own);
}

/** The lines of the wanted kinds in order, at most three, as one text. Without a country: the directory and what to dial. */
export function linesText(know: Knowledge, country: Country | null, kinds: readonly LineKind[]): string {
  const word = (id: 'lines.emergency' | 'lines.emergency-unknown' | 'lines.none' | 'lines.none-own', vars: Record<string, string> = {}): string => fill(know.phrases[id][0] ?? '', vars);
  const emergency = country && country.emergency.length > 0
    ? [word('lines.emergency', { numbers: country.emergency.join(' / '), silent: country.silent ? ` ${country.silent}` : '' })]
    : [word('lines.emergency-unknown')];
  const wanted = kinds.filter((kind) => kind !== 'emergency' && kind !== 'directory');
  const own = country ? inTurns(wanted.map((kind) => country.lines.filter((line) => line.kind === kind))) : [];
  const unique = own.filter((line, index) => own.findIndex((each) => each.name === line.name && each.call === line.call) === index);
  const directories = know.countries[worldwide]?.lines ?? [];
  const missing = country && wanted.length > 0 && unique.length === 0 ? [word(kinds.includes('own-behaviour') ? 'lines.none-own' : 'lines.none', { country: countryName(know, country) })] : [];
  const lines = unique.length > 0 ? unique.slice(0, kinds.includes('emergency') ? shownAtMost - 1 : shownAtMost) : directories.slice(0, 1);
  return [...(kinds.includes('emergency') || (unique.length === 0 && wanted.length > 0) ? emergency : []), ...missing, ...lines.map((line) => lineText(know, line))].join('\n');
}

/** The first of each kind, then the second of each: every kind of help that is needed is seen before more of the same. */
function inTurns(kinds: readonly (readonly HelpLine[])[]): readonly HelpLine[] {
  const longest = Math.max(0, ...kinds.map((lines) => lines.length));
  return Array.from({ length: longest }, (_, index) => kinds.flatMap((lines) => lines[index] ?? [])).flat();
}

/** One line that can be used without speaking, or the directory. */
export function quietLineText(know: Knowledge, country: Country | null, kinds: readonly LineKind[]): string | null {
  const own = country ? kinds.flatMap((kind) => country.lines.filter((line) => line.kind === kind)) : [];
  const line = own.find((each) => each.text !== null || each.chat !== null) ?? own[0] ?? know.countries[worldwide]?.lines[0];
  return line ? lineText(know, line) : null;
}

export function lineText(know: Knowledge, line: HelpLine): string {
  const part = (id: 'line.call' | 'line.text' | 'line.chat', value: string): string => fill(know.phrases[id][0] ?? '', { value });
  const ways = [
    ...(line.call ? [part('line.call', line.call)] : []),
    ...(line.text ? [part('line.text', line.text)] : []),
    ...(line.chat ?? line.url ? [part('line.chat', line.chat ?? line.url ?? '')] : []),
  ];
  const hours = line.hours === 'directory' || line.hours === '' ? '' : ` (${line.hours})`;
  return fill(know.phrases['line'][0] ?? '', { name: line.name, ways: ways.join(', '), hours, note: line.note ? `. ${line.note}` : '' });
}

/** A country by its code or any of its names, case ignored; null when unknown. */
export function findCountry(know: Knowledge, typed: string): Country | null {
  const wanted = typed.trim().toLowerCase().replace(/^the /u, '').replace(/[.!]+$/u, '');
  return Object.values(know.countries).find((country) => country.code !== worldwide
    && (country.code.toLowerCase() === wanted || fold(countryName(know, country)) === fold(typed) || country.names.some((name) => name.toLowerCase().replace(/^the /u, '') === wanted))) ?? null;
}

const byLanguage: Readonly<Record<string, readonly string[]>> = {
  en: ['US', 'GB', 'CA', 'AU', 'IE'], es: ['ES', 'MX', 'AR', 'CO', 'US'], de: ['DE', 'AT', 'CH'], fr: ['FR', 'BE', 'CA', 'CH'], pt: ['BR', 'PT'],
  it: ['IT', 'CH'], nl: ['NL', 'BE'], pl: ['PL'], ja: ['JP'], ko: ['KR'], tr: ['TR'], uk: ['UA'], zh: ['TW', 'HK', 'CN', 'SG'],
};

/** At most five likely countries for a locale, the locale's own region first. Nobody is assumed to live in one. */
export function likelyCountries(know: Knowledge, locale: string): readonly Country[] {
  const [language = 'en', region] = locale.split('-');
  const codes = [...(region ? [region.toUpperCase()] : []), ...(byLanguage[language.toLowerCase()] ?? byLanguage['en'] ?? [])];
  return [...new Set(codes)].flatMap((code) => countryOf(know, code) ?? []).slice(0, 5);
}
