/** Which words somebody is spoken to in. A locale comes from outside: `__proto__` is a name that every object knows. */
import type { Knowledge, Library } from './knowledge.ts';

/** `pt-BR`: `pt`, where there is content in it; else `en`. */
export function languageIn(library: Library, locale: string): string {
  const language = locale.split('-')[0] ?? 'en';
  return Object.hasOwn(library, language) ? language : 'en';
}

export function knowledgeIn(library: Library, locale: string): Knowledge {
  return library[languageIn(library, locale)] ?? library.en;
}
