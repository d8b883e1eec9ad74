/**
 * What the gateway brings, as what the adapter must answer at once and the event of the turn. Pure, over Discord's plain data.
 * Direct messages arrive with their text without the privileged message-content intent
 * (https://docs.discord.com/developers/events/gateway#message-content-intent).
 */
import { ApplicationIntegrationType, ComponentType, InteractionContextType, InteractionType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { APIApplicationCommandInteraction, APIApplicationCommandInteractionDataOption, APIInteraction, APIMessage, APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord.js';
import type { Ask, Event, PersonId, PersonEvent, UnreadableEvent } from '../../conversation/event.ts';
import { decodePress } from '../../conversation/press.ts';
import { readFormId } from './render.ts';

/** The first response, due within 3 s: `update` keeps the pressed message to be edited, `private` opens a reply that only the person sees, `reply` one in a direct message. */
export type First = 'update' | 'private' | 'reply';

export interface Asked { readonly command: string; readonly option: string; readonly typed: string; readonly locale: string }

export type Incoming =
  | { readonly kind: 'turn'; readonly first: First; readonly event: PersonEvent }
  /** A form opens at once, without a turn. */
  | { readonly kind: 'form'; readonly of: Ask; readonly title: string; readonly max: number }
  | { readonly kind: 'complete'; readonly asked: Asked };

/** An interaction token is good for 15 minutes (https://docs.discord.com/developers/interactions/receiving-and-responding). */
export const tokenLifeMs = 15 * 60_000;
/** The longest answer a text field takes (https://docs.discord.com/developers/components/reference#text-input). */
const maxInput = 4000;

export function receiveInteraction(interaction: APIInteraction, at: number): Incoming | null {
  const user = interaction.member?.user ?? interaction.user;
  if (!user) return null;
  const base = baseOf(interaction, user.id, at);
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: return { kind: 'turn', first: inDirect(interaction) ? 'reply' : 'private', event: { ...base, kind: 'command', ...commandOf(interaction) } };
    case InteractionType.MessageComponent: return fromPress(interaction, base);
    case InteractionType.ModalSubmit: return fromForm(interaction, base);
    case InteractionType.ApplicationCommandAutocomplete: {
      const typed = flat(interaction.data.options).find((option) => 'focused' in option && option.focused);
      return typed && 'value' in typed ? { kind: 'complete', asked: { command: interaction.data.name, option: typed.name, typed: String(typed.value), locale: base.locale } } : null;
    }
    default: return null;
  }
}

/** A direct message to the bot, new or edited; null for all others. */
export function receiveMessage(message: APIMessage & { readonly guild_id?: string }, edited: boolean, at: number): Event | null {
  if (message.guild_id !== undefined || !message.author || message.author.bot || message.webhook_id !== undefined) return null;
  if (edited && !message.edited_timestamp) return null;
  const id = edited ? `discord:${message.id}:${message.edited_timestamp ?? ''}` : `discord:${message.id}`;
  const user = message.author.id;
  const base = { id, at, person: personId(user), here: { kind: 'discord-dm', id: user }, locale: 'en', ref: message.id } as const;
  const text = message.content;
  const typed = edited ? null : /^\/([a-z0-9_-]{1,32})(?:\s+([\s\S]*))?$/iu.exec(text);
  if (typed) return { ...base, kind: 'command', name: (typed[1] ?? '').toLowerCase(), options: typed[2]?.trim() ? { text: typed[2].trim() } : {} };
  if (text !== '') return { ...base, kind: 'text', text, via: edited ? 'edit' : (message.attachments?.length ?? 0) > 0 ? 'caption' : 'message' };
  const what = edited ? null : unreadable(message);
  return what ? { ...base, kind: 'unreadable', what } : null;
}

type Base = Pick<PersonEvent, 'id' | 'at' | 'person' | 'here' | 'locale' | 'place' | 'moderator'>;

function baseOf(interaction: APIInteraction, user: string, at: number): Base {
  const base: Base = {
    id: `discord:${interaction.id}`,
    at,
    person: personId(user),
    here: { kind: 'discord-interaction', app: interaction.application_id, id: interaction.id, token: interaction.token, until: at + tokenLifeMs },
    locale: 'locale' in interaction ? interaction.locale : 'en',
  };
  // A person's own install used in a server that does not have the bot: that server is no place of ours.
  const installed = interaction.authorizing_integration_owners[ApplicationIntegrationType.GuildInstall];
  if (interaction.guild_id === undefined || installed === undefined || installed === '0') return base;
  const rights = BigInt(interaction.member?.permissions ?? 0);
  const moderator = (rights & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
  return { ...base, place: `discord-place:${interaction.guild_id}`, moderator };
}

function commandOf(interaction: APIApplicationCommandInteraction): { readonly name: string; readonly options: Readonly<Record<string, string>> } {
  const options: Record<string, string> = {};
  const given = 'options' in interaction.data ? interaction.data.options : undefined;
  for (const option of flat(given)) options['value' in option ? option.name : 'what'] = 'value' in option ? String(option.value) : option.name;
  return { name: interaction.data.name, options };
}

/** Subcommands and what they hold, as one list. */
function flat(options: readonly APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete>[] | undefined): readonly APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete>[] {
  return (options ?? []).flatMap((option) => ('options' in option ? [option, ...flat(option.options)] : [option]));
}

function fromPress(interaction: APIMessageComponentInteraction, base: Base): Incoming | null {
  const wire = interaction.data.custom_id;
  const form = readFormId(wire);
  if (form) return { kind: 'form', of: form.of, title: labelOf(interaction.message, wire), max: Math.min(form.max, maxInput) };
  const ours = isPrivate(interaction, interaction.message);
  const first: First = ours ? 'update' : 'private';
  const press = decodePress(wire);
  if (!press) return { kind: 'turn', first, event: { ...base, kind: 'unreadable', what: 'forged' } };
  return { kind: 'turn', first, event: { ...base, kind: 'press', press, ref: interaction.message.id, public: !ours } };
}

function fromForm(interaction: APIModalSubmitInteraction, base: Base): Incoming | null {
  const form = decodePress(interaction.data.custom_id);
  const first: First = interaction.message && isPrivate(interaction, interaction.message) ? 'update' : inDirect(interaction) ? 'reply' : 'private';
  if (form?.kind !== 'form') return { kind: 'turn', first, event: { ...base, kind: 'unreadable', what: 'forged' } };
  const fields = interaction.data.components.flatMap((each) => ('components' in each ? each.components : 'component' in each ? [each.component] : []));
  const field = fields.find((each) => each.type === ComponentType.TextInput);
  const text = field && 'value' in field ? field.value : '';
  return { kind: 'turn', first, event: { ...base, kind: 'text', text, via: 'form', of: form.of } };
}

/** The label of the pressed button names the form that it opens. */
function labelOf(message: APIMessage, wire: string): string {
  for (const row of message.components ?? []) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const each of row.components) if ('custom_id' in each && each.custom_id === wire && 'label' in each && each.label) return each.label;
  }
  return '';
}

function isPrivate(interaction: APIInteraction, message: APIMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0 || inDirect(interaction);
}

function inDirect(interaction: APIInteraction): boolean {
  return interaction.context === InteractionContextType.BotDM;
}

function unreadable(message: APIMessage): UnreadableEvent['what'] | null {
  if (((message.flags ?? 0) & MessageFlags.IsVoiceMessage) !== 0) return 'voice';
  if ((message.sticker_items?.length ?? 0) > 0) return 'sticker';
  return (message.attachments?.length ?? 0) > 0 ? 'picture' : null;
}

function personId(user: string): PersonId {
  return `discord:${user}`;
}
