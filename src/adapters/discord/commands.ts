/** The slash commands, as data for Discord. Names stay; descriptions can be localised. */
import { ApplicationCommandOptionType, ApplicationCommandType, ApplicationIntegrationType, InteractionContextType, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';

type Command = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** In servers, in direct messages and elsewhere; installed by a server or by a person. */
const everywhere = {
  type: ApplicationCommandType.ChatInput,
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
} satisfies Partial<Command>;

export const commands: readonly Command[] = [
  {
    ...everywhere, name: 'ask', description: 'Ask a question. Only you see the answer.',
    options: [{ type: ApplicationCommandOptionType.String, name: 'question', description: 'Your question, in your own words', required: true, max_length: 1000 }],
  },
  {
    ...everywhere, name: 'exercise', description: 'Do a short exercise, one small step at a time.',
    options: [{ type: ApplicationCommandOptionType.String, name: 'name', description: 'Which exercise', required: true, autocomplete: true }],
  },
  { ...everywhere, name: 'help', description: 'What this bot can do, and where to get help.' },
  {
    ...everywhere, name: 'privacy', description: 'What is kept about you, and how to remove it.',
    options: [
      { type: ApplicationCommandOptionType.Subcommand, name: 'export', description: 'Get everything that is kept about you as a file.' },
      { type: ApplicationCommandOptionType.Subcommand, name: 'forget', description: 'Delete everything that is kept about you.' },
      { type: ApplicationCommandOptionType.Subcommand, name: 'hide', description: 'Leave quickly and show something else.' },
      { type: ApplicationCommandOptionType.Subcommand, name: 'settings', description: 'Change how the bot works for you.' },
    ],
  },
];
