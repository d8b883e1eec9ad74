/** The rules for lists of commands: https://docs.discord.com/developers/interactions/application-commands. */
import type { Json } from './json.ts';
import type { Rule, Sent } from './rules.ts';

const source = 'https://docs.discord.com/developers/interactions/application-commands';
const nameForm = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;
const counts = new Map([[1, 100], [2, 15], [3, 15]]);

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const kindOf = (command: Json): number => Number(command['type'] ?? 1);
const commandsOf = ({ kind, body }: Sent): readonly Json[] => (kind === 'commands' ? listOf(body['commands']) : []);
const within = (thing: Json): readonly Json[] => listOf(thing['options']).flatMap((option) => [option, ...within(option)]);
const slash = (sent: Sent): readonly Json[] => commandsOf(sent).filter((command) => kindOf(command) === 1);
/** Commands and options that have a name of their own to be typed. */
const named = (sent: Sent): readonly Json[] => slash(sent).flatMap((command) => [command, ...within(command)]);
const holders = (sent: Sent): readonly Json[] => named(sent).filter((each) => listOf(each['options']).length > 0);

export const commandRules: readonly Rule[] = [
  { says: 'at most 100 slash, 15 user and 15 message commands', source: `${source}#registering-a-command`, broken: (sent) => [...counts].some(([kind, most]) => commandsOf(sent).filter((command) => kindOf(command) === kind).length > most) },
  { says: 'no two commands of a kind, or options of a command, have one name', source: `${source}#registering-a-command`, broken: (sent) => !distinct(commandsOf(sent).map((each) => `${kindOf(each)} ${words(each['name'])}`)) || holders(sent).some((each) => !distinct(listOf(each['options']).map((option) => words(option['name'])))) },
  { says: 'a command name is 1-32 small letters, digits, - or _', source: `${source}#application-command-object-application-command-naming`, broken: (sent) => named(sent).some((each) => namesOf(each).some((name) => !nameForm.test(name) || name !== name.toLowerCase())) },
  { says: 'a slash command and its options have a description of 1-100 characters', source: `${source}#application-command-object-application-command-structure`, broken: (sent) => named(sent).some((each) => words(each['description']).trim() === '' || [each['description'], ...translations(each, 'description')].some((text) => words(text).length > 100)) },
  { says: 'a user or message command has no description and no options', source: `${source}#user-commands`, broken: (sent) => commandsOf(sent).some((command) => kindOf(command) !== 1 && (words(command['description']) !== '' || listOf(command['options']).length > 0)) },
  { says: 'required options stand before the others', source: `${source}#application-command-object-application-command-option-structure`, broken: (sent) => holders(sent).some((each) => listOf(each['options']).some((option, index, all) => option['required'] === true && all.slice(0, index).some((before) => before['required'] !== true && Number(before['type']) > 2))) },
  { says: 'a command or subcommand has at most 25 options', source: `${source}#application-command-object-application-command-structure`, broken: (sent) => holders(sent).some((each) => listOf(each['options']).length > 25) },
  { says: 'subcommands do not stand beside other options, and are at most two deep', source: `${source}#subcommands-and-subcommand-groups`, broken: (sent) => slash(sent).some((command) => !nested(command, 2)) },
  { says: 'an option with autocomplete has no fixed choices', source: `${source}#application-command-object-application-command-option-structure`, broken: (sent) => named(sent).some((each) => each['autocomplete'] === true && listOf(each['choices']).length > 0) },
  { says: 'a command has at most 8,000 characters of names, descriptions and values', source: `${source}#registering-a-command`, broken: (sent) => commandsOf(sent).some((command) => lengthOf(command) > 8000) },
  { says: 'dm_permission is gone: contexts says where a command is', source: `${source}#interaction-contexts`, broken: (sent) => commandsOf(sent).some((command) => 'dm_permission' in command) },
];

const distinct = (names: readonly string[]): boolean => new Set(names).size === names.length;
const translations = (thing: Json, key: string): readonly string[] => Object.values((thing[`${key}_localizations`] ?? {}) as Json).map(words);
const namesOf = (thing: Json): readonly string[] => [words(thing['name']), ...translations(thing, 'name')];
/** Of each field the longest language counts. */
const longest = (thing: Json, key: string): number => Math.max(words(thing[key]).length, ...translations(thing, key).map((text) => text.length));

function lengthOf(thing: Json): number {
  const own = longest(thing, 'name') + longest(thing, 'description') + (typeof thing['value'] === 'string' ? thing['value'].length : 0);
  return own + [...listOf(thing['options']), ...listOf(thing['choices'])].reduce((sum, each) => sum + lengthOf(each), 0);
}

/** Groups (2) hold subcommands (1), subcommands hold what can be typed. */
function nested(holder: Json, deepest: number): boolean {
  const kinds = listOf(holder['options']).map((option) => Number(option['type']));
  const subs = listOf(holder['options']).filter((option) => Number(option['type']) <= 2);
  if (subs.length === 0) return true;
  return subs.length === kinds.length && subs.every((sub) => Number(sub['type']) <= deepest && nested(sub, Number(sub['type']) - 1));
}
