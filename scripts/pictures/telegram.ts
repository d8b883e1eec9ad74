/** What a Telegram chat shows of the bodies that the Bot API was sent (https://core.telegram.org/bots/api). */
import type { Shown } from '../../tests/fakes/telegram/chats.ts';
import type { Block, Look, Span, Turn } from './chat.ts';
import { sizeOf } from './png.ts';

interface Entity { readonly type: string; readonly offset: number; readonly length: number }
interface File { readonly name: string; readonly size: number; readonly bytes: Uint8Array }
interface Body { readonly text?: string; readonly caption?: string; readonly entities?: readonly Entity[]; readonly caption_entities?: readonly Entity[]; readonly photo?: File; readonly document?: File; readonly reply_markup?: { readonly inline_keyboard: readonly (readonly { readonly text: string }[])[] } }

export function turnOf(shown: Shown): Turn {
  if (shown.by === 'person') return { by: 'person', inside: [words(shown.text, [])], below: [] };
  const body = shown.payload as Body;
  const said = body.text ?? body.caption;
  const inside: Block[] = [];
  if (body.photo) inside.push({ kind: 'picture', png: body.photo.bytes, ...sizeOf(body.photo.bytes) });
  if (body.document) inside.push({ kind: 'file', name: body.document.name, size: body.document.size });
  if (said !== undefined) inside.push(words(said, body.entities ?? body.caption_entities ?? []));
  const rows = body.reply_markup?.inline_keyboard.map((row) => row.map(({ text: label }) => ({ label, look: 'plain' as const }))) ?? [];
  return { by: 'bot', inside, below: rows.length > 0 ? [{ kind: 'buttons', rows }] : [] };
}

const looks: Readonly<Record<string, Look>> = { bold: 'bold', italic: 'italic', code: 'code', pre: 'code', text_link: 'link', url: 'link', mention: 'link', bot_command: 'link', phone_number: 'link', email: 'link' };
/** What the apps make into links by themselves. */
const found = /https?:\/\/[^\s]+[^\s.,;:)]|(?<![\w/])\/[a-z0-9_]{1,32}\b|(?<![\w.])[\w.-]+@[\w-]+\.[a-z]{2,}/giu;

function words(said: string, entities: readonly Entity[]): Block {
  const marked = entities.flatMap(({ type, offset, length }) => (looks[type] ? [{ look: looks[type], from: offset, to: offset + length }] : []));
  const links = [...said.matchAll(found)].map((match) => ({ look: 'link' as const, from: match.index, to: match.index + match[0].length }));
  const edges = [...new Set([0, said.length, ...[...marked, ...links].flatMap(({ from, to }) => [from, to])])].toSorted((a, b) => a - b);
  const spans = edges.slice(1).map((to, index): Span => {
    const from = edges[index] ?? 0;
    const look = [...marked, ...links].find((each) => each.from <= from && each.to >= to)?.look ?? 'plain';
    return { text: said.slice(from, to), look };
  });
  return { kind: 'words', spans };
}
