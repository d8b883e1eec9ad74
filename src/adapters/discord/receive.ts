/**
 * What the gateway brings, as what the adapter must answer at once and the event of the turn. Pure, over Discord's plain data.
 * Direct messages arrive with their text without the privileged message-content intent
 * (https://docs.discord.com/developers/events/gateway#message-content-intent).
 */
import { ApplicationCommandType, ApplicationIntegrationType, ComponentType, GatewayDispatchEvents, InteractionContextType, InteractionType, MessageFlags } from 'discord-api-types/v10';
import type { APIApplicationCommandInteraction, APIComponentInMessageActionRow, APIApplicationCommandInteractionDataOption, APIInteraction, APIMessage, APIMessageComponentInteraction, APIModalSubmitInteraction, GatewayChannelDeleteDispatch, GatewayGuildDeleteDispatch } from 'discord-api-types/v10';
import type { Ask, Event, PersonId, PersonEvent, TroubleEvent, UnreadableEvent } from '../../conversation/event.ts';
import { decodePress } from '../../conversation/press.ts';
import { mayKeepOrder, mayManage, rightsIn } from './rights.ts';
import { readFormId } from './rows.ts';

/** The first response, due within 3 s: `update` keeps the pressed message to be edited, `private` opens a reply that only the person sees, `reply` one in a direct message. */
export type First = 'update' | 'private' | 'reply';

export interface Asked { readonly command: string; readonly option: string; readonly typed: string; readonly locale: string }

export type Incoming =
  | { readonly kind: 'turn'; readonly first: First; readonly event: PersonEvent }
  /** A form opens at once, without a turn. */
  | { readonly kind: 'form'; readonly of: Ask; readonly title: string; readonly max: number }
  | { readonly kind: 'complete'; readonly asked: Asked };

/** An interaction token is good for 15 minutes (https://docs.discord.com/developers/interactions/receiving-and-responding). */
const tokenLifeMs = 15 * 60_000;
/** The longest answer a text field takes (https://docs.discord.com/developers/components/reference#text-input). */
const maxInput = 4000;

/** What the adapter knows beside the payload. */
export interface Circumstances {
  readonly at: number;
  /** Our own id, for payloads that leave it out. */
  readonly app: string | null;
  /** What the bot lacks in a channel of a server; null where that is not known. */
  readonly missing: (guild: string, channel: string) => readonly string[] | null;
}

export function receiveInteraction(interaction: APIInteraction, here: Circumstances): Incoming | null {
  const user = interaction.member?.user ?? interaction.user;
  if (!user) return null;
  const base = baseOf(interaction, user.id, here);
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: return { kind: 'turn', first: inDirect(interaction) ? 'reply' : 'private', event: { ...base, kind: 'command', ...commandOf(interaction, here) } };
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
export function receiveMessage(message: APIMessage & { readonly guild_id?: string | null }, edited: boolean, at: number): Event | null {
  if ((message.guild_id ?? null) !== null || !message.author || message.author.bot || message.webhook_id !== undefined) return null;
  if (edited && !message.edited_timestamp) return null;
  const id = edited ? `discord:${message.id}:${message.edited_timestamp ?? ''}` : `discord:${message.id}`;
  const user = message.author.id;
  const base = { id, at, person: personId(user), here: { kind: 'discord-dm', id: user, ...(message.channel_id ? { channel: message.channel_id } : {}) }, locale: 'en', ref: message.id } as const;
  // What somebody sends on is read like their own words, as on Telegram; it is no command of theirs.
  const forwarded = wordsIn(message.content) === '' ? (message.message_snapshots ?? [])[0]?.message : undefined;
  const text = wordsIn(forwarded ? forwarded.content : message.content);
  const typed = edited || forwarded ? null : /^\/([a-z0-9_-]{1,32})(?:\s+([\s\S]*))?$/iu.exec(text);
  if (typed) return { ...base, kind: 'command', name: (typed[1] ?? '').toLowerCase(), options: typed[2]?.trim() ? { text: typed[2].trim() } : {} };
  if (text !== '') return { ...base, kind: 'text', text, via: edited ? 'edit' : ((forwarded ?? message).attachments?.length ?? 0) > 0 ? 'caption' : 'message' };
  const what = edited ? null : (unreadable(message) ?? (forwarded || message.poll ? 'picture' : null));
  return what ? { ...base, kind: 'unreadable', what } : null;
}

/** The bot was removed from a server, or a channel of one is gone. */
export function receiveLoss(packet: GatewayGuildDeleteDispatch | GatewayChannelDeleteDispatch, at: number): TroubleEvent | null {
  if (packet.t === GatewayDispatchEvents.ChannelDelete) {
    const { id, guild_id: guild } = packet.d as { readonly id: string; readonly guild_id?: string };
    return guild === undefined ? null : { id: `discord:removed:${id}`, at, kind: 'trouble', subject: `discord-place:${guild}`, what: 'gone', to: id };
  }
  // `unavailable`: an outage of Discord, not a removal.
  if (packet.d.unavailable === true) return null;
  return { id: `discord:removed:${packet.d.id}:${at}`, at, kind: 'trouble', subject: `discord-place:${packet.d.id}`, what: 'gone' };
}

type Base = Pick<PersonEvent, 'id' | 'at' | 'person' | 'here' | 'locale' | 'place' | 'moderator'>;

function baseOf(interaction: APIInteraction, user: string, { at, app }: Circumstances): Base {
  const direct = inDirect(interaction) ? (given(interaction.channel_id) ?? given(interaction.channel)?.id) : undefined;
  const base: Base = {
    id: `discord:${interaction.id}`,
    at,
    person: personId(user),
    here: { kind: 'discord-interaction', app: given(interaction.application_id) ?? app ?? '', id: interaction.id, token: interaction.token, until: at + tokenLifeMs, ...(direct === undefined ? {} : { channel: direct }) },
    locale: ('locale' in interaction ? given(interaction.locale) : null) ?? 'en',
  };
  const guild = guildOf(interaction);
  return guild === null ? base : { ...base, place: `discord-place:${guild}`, moderator: mayManage(rightsIn(interaction.member?.permissions)) };
}

/** Null outside of servers, and where a person uses an install of their own: a server without the bot is no place of ours. */
function guildOf(interaction: APIInteraction): string | null {
  const owners = (interaction as { readonly authorizing_integration_owners?: Readonly<Record<string, string>> | null }).authorizing_integration_owners ?? {};
  const installed = Object.keys(owners).length === 0 ? 'said nothing' : owners[ApplicationIntegrationType.GuildInstall];
  return installed === undefined || installed === '0' ? null : (interaction.guild_id ?? null);
}

const whatCanISay = 'what-can-i-say';

function commandOf(interaction: APIApplicationCommandInteraction, here: Circumstances): { readonly name: string; readonly options: Readonly<Record<string, string>> } {
  const { data } = interaction;
  // Nothing of the member or the post that it was used on goes further.
  if (data.type === ApplicationCommandType.Message) {
    const may = mayKeepOrder(rightsIn(interaction.member?.permissions));
    const channel = given(interaction.channel_id) ?? given(interaction.channel)?.id;
    return { name: whatCanISay, options: { ...(channel === undefined ? {} : { channel }), ...(may ? { may: 'messages' } : {}) } };
  }
  const options: Record<string, string> = {};
  for (const option of flat('options' in data ? data.options : undefined)) options['value' in option ? option.name : 'what'] = 'value' in option ? String(option.value) : option.name;
  const missing = options['channel'] === undefined ? null : here.missing(interaction.guild_id ?? '', options['channel']);
  if (missing && missing.length > 0) options['missing'] = missing.join(',');
  const { what, ...others } = options;
  // `/privacy export` is the same as `/export` elsewhere.
  return data.name === 'privacy' && what !== undefined ? { name: what, options: others } : { name: data.name, options };
}

/** Subcommands and what they hold, as one list. */
function flat(options: readonly APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete>[] | undefined): readonly APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete>[] {
  return (options ?? []).flatMap((option) => ('options' in option ? [option, ...flat(option.options)] : [option]));
}

function fromPress(interaction: APIMessageComponentInteraction, base: Base): Incoming | null {
  const wire = 'values' in interaction.data ? (interaction.data.values[0] ?? '') : interaction.data.custom_id;
  const form = readFormId(wire);
  const ours = isPrivate(interaction, interaction.message);
  const first: First = ours ? 'update' : 'private';
  const press = decodePress(wire);
  // The first response is a form or a promise of words, never one after the other: whether a question is still open is told when the form is sent in.
  if (isOfAnother(interaction) || (form ? !isOnMessage(interaction.message, wire) : !press)) return { kind: 'turn', first: 'private', event: { ...base, kind: 'unreadable', what: 'forged' } };
  if (form) return { kind: 'form', of: form.of, title: labelOf(interaction.message, wire), max: Math.min(form.max, maxInput) };
  const may = press?.kind === 'moderate' && mayKeepOrder(rightsIn(interaction.member?.permissions)) ? ({ may: 'messages' } as const) : {};
  return press && { kind: 'turn', first, event: { ...base, kind: 'press', press, ref: interaction.message.id, public: !ours, ...may } };
}

/** A message that answers one person is pressed by another, or where everybody reads it. Those for everybody hold only `join` and what is always open. */
function isOfAnother(interaction: APIMessageComponentInteraction): boolean {
  const { message, data } = interaction;
  const asked = message.interaction_metadata?.user.id;
  const mine = (interaction.member?.user ?? interaction.user)?.id;
  const personal = /^[cf]\|/u.test('values' in data ? (data.values[0] ?? '') : data.custom_id);
  const seenByAll = message.flags !== undefined && !isPrivate(interaction, message);
  return personal && (seenByAll || (asked !== undefined && asked !== mine));
}

function fromForm(interaction: APIModalSubmitInteraction, base: Base): Incoming | null {
  const form = decodePress(interaction.data.custom_id);
  const first: First = interaction.message && isPrivate(interaction, interaction.message) ? 'update' : inDirect(interaction) ? 'reply' : 'private';
  if (form?.kind !== 'form') return { kind: 'turn', first, event: { ...base, kind: 'unreadable', what: 'forged' } };
  const fields = (given(interaction.data.components) ?? []).flatMap((each) => ('components' in each ? each.components : 'component' in each ? [each.component] : []));
  const field = fields.find((each) => each.type === ComponentType.TextInput);
  const text = field && 'value' in field ? field.value : '';
  return { kind: 'turn', first, event: { ...base, kind: 'text', text, via: 'form', of: form.of } };
}

/** The label of the pressed button names the form that it opens; where the message was not told, a sign does: a title must not be empty. */
function labelOf(message: APIMessage, wire: string): string {
  for (const each of buttonsOf(message)) if ('custom_id' in each && each.custom_id === wire && 'label' in each && each.label) return each.label;
  return '\u270E';
}

/** What was pressed is on the message that Discord names with it, unless somebody made it up. */
function isOnMessage(message: APIMessage, wire: string): boolean {
  const all = buttonsOf(message);
  return all.length === 0 || all.some((each) => 'custom_id' in each && each.custom_id === wire);
}

function buttonsOf(message: APIMessage): readonly APIComponentInMessageActionRow[] {
  return (message.components ?? []).flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
}

function isPrivate(interaction: APIInteraction, message: APIMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0 || inDirect(interaction);
}

function inDirect(interaction: APIInteraction): boolean {
  return interaction.context === InteractionContextType.BotDM || ((interaction.context ?? null) === null && (interaction.guild_id ?? null) === null && interaction.user !== undefined);
}

/** What others who speak like Discord send in its place is no text. */
function wordsIn(content: unknown): string {
  return typeof content === 'string' ? content : '';
}

function unreadable(message: APIMessage): UnreadableEvent['what'] | null {
  if (((message.flags ?? 0) & MessageFlags.IsVoiceMessage) !== 0) return 'voice';
  if ((message.sticker_items?.length ?? 0) > 0) return 'sticker';
  return (message.attachments?.length ?? 0) > 0 ? 'picture' : null;
}

/** What the types promise is not always sent by others who speak like Discord. */
function given<T>(value: T): NonNullable<T> | null {
  return value ?? null;
}

function personId(user: string): PersonId {
  return `discord:${user}`;
}
