/** Which language a text seems to be in. Only English is told so far; anything else is honestly "undetermined". */
import { wordsOf } from './words.ts';

/** `en` when at least two in three words are English, `und` otherwise, also for text without words. */
export function languageOf(text: string, isEnglish: (word: string) => boolean): 'en' | 'und' {
  const words = wordsOf(text.slice(0, 400)).filter((word) => !/^\d+$/.test(word));
  const english = words.filter((word) => small.has(word) || (word.length > 2 && isEnglish(word)));
  return words.length > 0 && english.length * 3 >= words.length * 2 ? 'en' : 'und';
}

/** Words too small or too common for a dictionary of meanings. */
export const small: ReadonlySet<string> = new Set(
  (
    'a i an the and or but if of to in on at by for from with without about into than then so as is am are was were be been being do does did done have has had ' +
    'can could will would shall should may might must not no yes my your his her its our their me you he she it we they them him us this that these those there here ' +
    'what when where which who whom whose why how im ive id ill youre youve hes shes theyre dont didnt doesnt cant couldnt wont wouldnt isnt wasnt arent havent hasnt ' +
    'since because during until while whether although though every everything something anything nothing everyone someone anyone myself yourself himself herself themselves ' +
    'u ur r pls plz thx ok okay hi hey hello thanks bye lol idk tbh bf gf gonna wanna gotta'
  ).split(' '),
);
