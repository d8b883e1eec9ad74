/**
 * The commands, as data for Discord. Names are part of the wire and stay; what people read comes from `words.ts`.
 * Limits: https://docs.discord.com/developers/interactions/application-commands#application-command-object.
 */
import { ApplicationCommandOptionType, ApplicationCommandType, ApplicationIntegrationType, ChannelType, InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIApplicationCommandBasicOption, APIApplicationCommandOption, APIApplicationCommandOptionChoice, RESTPostAPIApplicationCommandsJSONBody, RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Words } from './words.ts';

export type Command = RESTPostAPIApplicationCommandsJSONBody;

const maxDescription = 100;
const maxWeeks = 26;
/** What `day` holds on the wire, in every language. */
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const maxQuestion = 1000;
/** What a name in another language may look like (https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming). */
const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

type Where = Pick<Command, 'contexts' | 'integration_types' | 'default_member_permissions'>;

/** In servers, in direct messages and elsewhere; installed by a server or by a person. */
const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Only in servers that have the bot; who may use it can be changed in Discord's own settings. */
const forModerators = (rights: bigint): Where => ({
  contexts: [InteractionContextType.Guild], integration_types: [ApplicationIntegrationType.GuildInstall], default_member_permissions: String(rights),
});

/** `words`: the default ones first, as `wordsFrom` gives them. */
export function commandsFrom(words: readonly Words[]): readonly Command[] {
  const { slash, text, named, choice } = shownIn(words);
  return [
    slash('ask', everywhere, [text('ask.question', { required: true, max_length: maxQuestion })]),
    slash('exercise', everywhere, [text('exercise.name', { required: true, autocomplete: true })]),
    slash('check-in', everywhere),
    slash('progress', everywhere),
    slash('support', everywhere, [text('support.country', { autocomplete: true }), text('support.kind', { choices: Object.keys(words[0]?.kinds ?? {}).map((kind) => choice(kind, (each) => each.kinds[kind as keyof Words['kinds']])) })]),
    slash('help', everywhere),
    slash('privacy', everywhere, ['export', 'forget', 'hide', 'settings'].map((what) => ({ type: ApplicationCommandOptionType.Subcommand, ...named(`privacy.${what}`) }))),
    slash('weekly', forModerators(PermissionFlagsBits.ManageGuild), [
      { type: ApplicationCommandOptionType.Subcommand, ...named('weekly.schedule'), options: [
        text('weekly.schedule.day', { required: true, choices: days.map((day, index) => choice(day, (each) => each.days[index])) }),
        text('weekly.schedule.time', { required: true, max_length: 10 }),
        text('weekly.schedule.timezone', { required: true, autocomplete: true }),
        { type: ApplicationCommandOptionType.Channel, ...named('weekly.schedule.channel'), required: true, channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement] },
        { type: ApplicationCommandOptionType.Role, ...named('weekly.schedule.role') },
        text('weekly.schedule.question-set', { autocomplete: true }),
      ] },
      ...['now', 'skip', 'pause', 'resume', 'stop', 'status'].map((what) => ({ type: ApplicationCommandOptionType.Subcommand as const, ...named(`weekly.${what}`) })),
      { type: ApplicationCommandOptionType.Subcommand, ...named('weekly.results'), options: [{ type: ApplicationCommandOptionType.Integer, ...named('weekly.results.weeks'), min_value: 1, max_value: maxWeeks }] },
      { type: ApplicationCommandOptionType.Subcommand, ...named('weekly.history') },
    ]),
    { type: ApplicationCommandType.Message, ...forModerators(PermissionFlagsBits.ManageMessages), ...menuName(words, 'what-can-i-say') },
  ];
}

interface Named { readonly name: string; readonly name_localizations?: Record<string, string>; readonly description: string; readonly description_localizations?: Record<string, string> }
type TextOption = Extract<APIApplicationCommandBasicOption, { type: ApplicationCommandOptionType.String }>;
type TextRules = Partial<Pick<TextOption, 'required' | 'autocomplete' | 'choices' | 'max_length'>>;

function shownIn(words: readonly Words[]): {
  slash(path: string, where: Where, options?: APIApplicationCommandOption[]): RESTPostAPIChatInputApplicationCommandsJSONBody;
  text(path: string, rules: TextRules): TextOption;
  named(path: string): Named;
  choice(value: string, label: (words: Words) => string | undefined): APIApplicationCommandOptionChoice<string>;
} {
  const named = (path: string): Named => ({
    name: path.split('.').at(-1) ?? path, ...localised('name_localizations', words, (each) => fitting(each.names[path])),
    description: (words[0]?.descriptions[path] ?? path).slice(0, maxDescription),
    ...localised('description_localizations', words, (each) => each.descriptions[path]?.slice(0, maxDescription)),
  });
  return {
    named,
    slash: (path, where, options) => ({ type: ApplicationCommandType.ChatInput, ...where, ...named(path), ...(options ? { options } : {}) }),
    // Discord's types tell an option with choices from one with autocomplete; `rules` never holds both.
    text: (path, rules) => ({ type: ApplicationCommandOptionType.String, ...named(path), ...rules }) as TextOption,
    choice: (value, label) => ({ name: (words[0] ? label(words[0]) : undefined) ?? value, value, ...localised('name_localizations', words, label) }),
  };
}

/** A message command has no description, and its name may hold spaces and capitals. */
function menuName(words: readonly Words[], path: string): { readonly name: string; readonly name_localizations?: Record<string, string> } {
  return { name: words[0]?.names[path] ?? path, ...localised('name_localizations', words, (each) => each.names[path]) };
}

function localised<K extends string>(key: K, words: readonly Words[], shown: (words: Words) => string | undefined): Partial<Record<K, Record<string, string>>> {
  const entries = words.flatMap((each) => { const text = shown(each); return text ? each.locales.map((locale) => [locale, text] as const) : []; });
  return entries.length === 0 ? {} : { [key]: Object.fromEntries(entries) } as Partial<Record<K, Record<string, string>>>;
}

function fitting(name: string | undefined): string | undefined {
  return name !== undefined && slashName.test(name) && name === name.toLowerCase() ? name : undefined;
}
