/**
 * The words of the slash commands: the descriptions, the names in other languages, the choices. All of it is content.
 * The name on the wire stays the English one of `commands.ts`: an event must mean the same whatever words a person sees.
 */
import type { Knowledge, Library, LineKind } from '../../conversation/knowledge.ts';
import type { PhraseId } from '../../conversation/phrases.ts';

export interface Words {
  /** The locales of Discord that speak this language (https://docs.discord.com/developers/reference#locales); none: for everybody else. */
  readonly locales: readonly string[];
  /** What is shown for a command or an option: `weekly.schedule.day`. */
  readonly names: Readonly<Record<string, string>>;
  readonly descriptions: Readonly<Record<string, string>>;
  /** Monday first. */
  readonly days: readonly string[];
  readonly kinds: Readonly<Record<LineKind, string>>;
}

const locales: Readonly<Record<string, readonly string[]>> = { es: ['es-ES', 'es-419'], pt: ['pt-BR'], zh: ['zh-CN', 'zh-TW'], sv: ['sv-SE'] };

/** The English ones first: they are for every other language too. */
export function wordsFrom(library: Library): readonly Words[] {
  const others = Object.entries(library).filter(([language]) => language !== 'en');
  return [wordsOf([], library.en), ...others.map(([language, know]) => wordsOf(locales[language] ?? [language], know))];
}

function wordsOf(spoken: readonly string[], know: Knowledge): Words {
  return {
    locales: spoken, names: under(know, 'slash-name.'), descriptions: under(know, 'slash.'),
    days: know.words.days.slice(0, 7).map((day) => day.slice(0, 1).toUpperCase() + day.slice(1)),
    kinds: under(know, 'line-kind.'),
  };
}

/** All phrases whose id begins so, by the rest of the id. */
function under(know: Knowledge, start: string): Readonly<Record<string, string>> {
  const ids = Object.keys(know.phrases).filter((id): id is PhraseId => id.startsWith(start));
  return Object.fromEntries(ids.map((id) => [id.slice(start.length), know.phrases[id][0] ?? '']));
}
