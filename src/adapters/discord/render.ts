/**
 * All messages of a turn as one body, as data: texts and buttons in their order (Components V2). Pure.
 * One body can be sent again without harm as the edit of a reply, so a turn needs exactly one call.
 * Limits: https://docs.discord.com/developers/components/reference - 40 components, 4,000 characters in all,
 * 5 buttons a row, custom_id unique and at most 100 characters.
 */
import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import type { APIMessageTopLevelComponent, RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Ask } from '../../conversation/event.ts';
import type { Insert, Message } from '../../conversation/message.ts';
import { encodePress, type Choice } from '../../conversation/press.ts';
import { withInserts, oneLine, plain, split } from '../plain-text.ts';
import { escaped } from './markdown.ts';

export interface File { readonly name: string; readonly bytes: Uint8Array; readonly type: string }

export interface Body {
  readonly components: readonly Component[];
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: readonly [] };
  readonly attachments: readonly { readonly id: string; readonly filename: string }[];
}
export interface Rendered { readonly body: Body; readonly files: readonly File[] }

type Button = { readonly type: ComponentType.Button; readonly style: ButtonStyle.Primary | ButtonStyle.Secondary; readonly label: string; readonly custom_id: string; readonly disabled?: true };
export type Component =
  | { readonly type: ComponentType.TextDisplay; readonly content: string }
  | { readonly type: ComponentType.ActionRow; readonly components: readonly Button[] }
  | { readonly type: ComponentType.File; readonly file: { readonly url: string } }
  | { readonly type: ComponentType.MediaGallery; readonly items: readonly { readonly media: { readonly url: string }; readonly description: string }[] };

const maxText = 4000;
const maxComponents = 40;
const maxRow = 5;
const maxLabel = 80;
const maxAlt = 1024;
/** Kept free for every message that follows a long one. */
const reserve = 120;

/** `pngs`: the drawn charts, by the index of their message. */
export function render(messages: readonly Message[], pngs: ReadonlyMap<number, Uint8Array>): Rendered {
  const components: Component[] = [];
  const files: File[] = [];
  const used = new Set<string>();
  let characters = maxText;
  let room = maxComponents;
  const add = (component: Component, count: number): void => {
    if (count > room) return;
    room -= count;
    components.push(component);
  };
  let overflow = false;
  messages.forEach((message, index) => {
    const whole = withInserts(escaped(textOf(message)), message.inserts, shownAs);
    const budget = characters - reserve * (messages.length - 1 - index);
    const shown = budget >= 1 ? split(whole, budget)[0] : '';
    overflow ||= shown.length < whole.length;
    characters -= shown.length;
    const png = pngs.get(index);
    if (shown !== '') add({ type: ComponentType.TextDisplay, content: shown }, 1);
    if (message.kind === 'chart' && png) {
      const file = { name: nameFor(`chart-${index}.png`, files), bytes: png, type: 'image/png' };
      files.push(file);
      add({ type: ComponentType.MediaGallery, items: [{ media: { url: `attachment://${file.name}` }, description: oneLine(message.text, maxAlt) }] }, 2);
    }
    if (message.kind === 'file') attach({ name: message.name, bytes: new TextEncoder().encode(message.content), type: message.mime });
    for (const row of rowsOf(message, used)) add({ type: ComponentType.ActionRow, components: row }, 1 + row.length);
  });
  // Too long for one reply: all of it as a file, so that nothing is lost.
  if (overflow) attach({ name: 'whole-text.txt', bytes: new TextEncoder().encode(messages.map((message) => withInserts(textOf(message), message.inserts)).join('\n\n')), type: 'text/plain' });

  function attach(file: File): void {
    const named = { ...file, name: nameFor(file.name, files) };
    files.push(named);
    add({ type: ComponentType.File, file: { url: `attachment://${named.name}` } }, 1);
  }
  return { body: bodyOf(components, files), files };
}

/** The same message without its buttons; what was chosen stands there on a button that does nothing. */
export function marked(components: readonly APIMessageTopLevelComponent[], chosen: string): RESTPostAPIChannelMessageJSONBody {
  const rest = components.filter((component) => component.type !== ComponentType.ActionRow);
  const inert = { type: ComponentType.ActionRow, components: [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label: oneLine(chosen, maxLabel), custom_id: 'chosen', disabled: true }] } as const;
  return { components: [...rest, { ...inert, components: [...inert.components] }], allowed_mentions: { parse: [] } };
}

/** A form button also says how long the answer may be: the form opens before any turn. `f|42~300`. */
export function formId(of: Ask, max: number): string {
  return `${encodePress({ kind: 'form', of })}~${max}`;
}

export function readFormId(wire: string): { readonly of: Ask; readonly max: number } | null {
  const match = /^f\|(\d{1,10})~([1-9]\d{0,5})$/u.exec(wire);
  return match ? { of: Number(match[1]), max: Number(match[2]) } : null;
}

function bodyOf(components: readonly Component[], files: readonly File[]): Body {
  return {
    components,
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [] },
    attachments: files.map((file, index) => ({ id: String(index), filename: file.name })),
  };
}

function textOf(message: Message): string {
  const text = plain(message.text);
  return message.kind === 'scale' ? `${text}\n\n${message.from}: ${plain(message.low)}\n${message.to}: ${plain(message.high)}` : text;
}

/** https://docs.discord.com/developers/reference#message-formatting-formats */
function shownAs(insert: Insert): string {
  switch (insert.kind) {
    case 'time': return `<t:${Math.floor(insert.at / 1000)}:F>`;
    case 'person': return `<@${insert.id.slice('discord:'.length)}>`;
    case 'channel': return `<#${insert.id}>`;
    case 'role': return `<@&${insert.id}>`;
    default: return insert satisfies never;
  }
}

function rowsOf(message: Message, used: Set<string>): readonly (readonly Button[])[] {
  const own: Button[] = [];
  if (message.kind === 'scale') {
    for (let value = message.from; value <= message.to; value += 1) own.push(button({ label: String(value), press: { kind: 'choose', of: message.of, choice: String(value) } }));
  }
  if (message.kind === 'pick') own.push(...message.options.map((option) => button({ label: option.label, press: { kind: 'choose', of: message.of, choice: option.id } })));
  if (message.kind === 'form') own.push({ ...button({ label: message.title, press: { kind: 'form', of: message.of }, style: 'main' }), custom_id: formId(message.of, message.max) });
  const fresh = (each: Button): boolean => each.custom_id.length <= 100 && !used.has(each.custom_id) && used.add(each.custom_id) !== undefined;
  return [...even(own.filter(fresh)), ...even((message.choices ?? []).map(button).filter(fresh))];
}

function button(choice: Choice): Button {
  return { type: ComponentType.Button, style: choice.style === 'main' ? ButtonStyle.Primary : ButtonStyle.Secondary, label: oneLine(choice.label, maxLabel), custom_id: encodePress(choice.press) };
}

/** Rows of about the same length, at most five buttons each: 0-10 becomes 4, 4 and 3. */
function even(buttons: readonly Button[]): readonly (readonly Button[])[] {
  const width = Math.ceil(buttons.length / Math.ceil(buttons.length / maxRow));
  return Array.from({ length: buttons.length === 0 ? 0 : Math.ceil(buttons.length / width) }, (_, index) => buttons.slice(index * width, (index + 1) * width));
}

/** `attachment://` takes plain names only, and each once. */
function nameFor(name: string, files: readonly File[]): string {
  const bare = oneLine(name, 60).replace(/[^A-Za-z0-9._-]/gu, '_').replace(/^\.+/u, '_');
  return files.some((file) => file.name === bare) ? `${files.length}-${bare}` : bare;
}
