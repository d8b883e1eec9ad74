/**
 * All messages of a turn as one body, as data: texts and buttons in their order (Components V2). Pure.
 * One body can be sent again without harm as the edit of a reply, so a turn needs exactly one call.
 * Limits: https://docs.discord.com/developers/components/reference - 40 components, 4,000 characters in all,
 * 5 buttons a row, custom_id unique and at most 100 characters.
 */
import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Message } from '../../conversation/message.ts';
import { oneLine, plain, split, withInserts } from '../plain-text.ts';
import { escaped, mentioned } from './markdown.ts';
import { rowsOf, type Row } from './rows.ts';

export interface File { readonly name: string; readonly bytes: Uint8Array; readonly type: string }

export interface Body {
  readonly components: readonly Component[];
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: readonly [] };
  readonly attachments: readonly { readonly id: string; readonly filename: string }[];
}
export interface Rendered { readonly body: Body; readonly files: readonly File[] }

export type Component =
  | { readonly type: ComponentType.TextDisplay; readonly content: string }
  | { readonly type: ComponentType.ActionRow; readonly components: Row }
  | { readonly type: ComponentType.File; readonly file: { readonly url: string } }
  | { readonly type: ComponentType.MediaGallery; readonly items: readonly { readonly media: { readonly url: string }; readonly description: string }[] };

const maxText = 4000;
const maxComponents = 40;
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
    const whole = withInserts(escaped(textOf(message)), message.inserts, mentioned);
    const budget = characters - reserve * (messages.length - 1 - index);
    const shown = budget >= 1 ? split(whole, budget)[0] : '';
    overflow ||= shown.length < whole.length;
    characters -= shown.length;
    const png = pngs.get(index);
    if (shown !== '') add({ type: ComponentType.TextDisplay, content: shown }, 1);
    if (message.kind === 'chart' && png) {
      const file = { name: nameFor(`chart-${index}.png`, files), bytes: png, type: 'image/png' };
      files.push(file);
      add({ type: ComponentType.MediaGallery, items: [{ media: { url: `attachment://${file.name}` }, description: oneLine(withInserts(message.text, message.inserts), maxAlt) }] }, 2);
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

/** `attachment://` takes plain names only, and each once. */
function nameFor(name: string, files: readonly File[]): string {
  const bare = oneLine(name, 60).replace(/[^A-Za-z0-9._-]/gu, '_').replace(/^\.+/u, '_');
  return files.some((file) => file.name === bare) ? `${files.length}-${bare}` : bare;
}
