/** What is suggested while an option of a slash command is typed: only what the bot knows, nothing of anybody. */
import type { Knowledge, Library } from '../conversation/knowledge.ts';
import { knowledgeIn } from '../conversation/language.ts';
import { communitySets } from '../conversation/weekly/plan.ts';

export interface Asked { readonly command: string; readonly option: string; readonly typed: string; readonly locale: string }
export interface Suggestion { readonly name: string; readonly value: string }

const atMost = 25;

export function suggestionsFrom(library: Library, asked: Asked): readonly Suggestion[] {
  const know = knowledgeIn(library, asked.locale);
  const typed = folded(asked.typed);
  const fits = optionsOf(know, asked.option).filter(each => typed === '' || [each.name, each.value].some(words => folded(words).includes(typed)));
  return fits.toSorted((a, b) => Number(folded(b.name).startsWith(typed)) - Number(folded(a.name).startsWith(typed)) || a.name.localeCompare(b.name)).slice(0, atMost);
}

function optionsOf(know: Knowledge, option: string): readonly Suggestion[] {
  switch (option) {
    case 'question': return Object.values(know.answers).filter(answer => answer.locks.length === 0).map(answer => ({ name: answer.title, value: answer.title }));
    case 'name': return Object.values(know.flows).filter(flow => flow.id.startsWith('exercise.')).map(flow => ({ name: flow.title, value: flow.id }));
    case 'country': return Object.values(know.countries).filter(country => country.code !== 'ZZ').map(country => ({ name: country.names[0] ?? country.code, value: country.code }));
    case 'timezone': return Intl.supportedValuesOf('timeZone').map(zone => ({ name: zone, value: zone }));
    case 'question-set': return communitySets(know).map(set => ({ name: set.title, value: set.id }));
    default: return [];
  }
}

function folded(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
