/** What a Discord chat shows of the bodies that were sent (https://docs.discord.com/developers/components/reference). */
import { wordOf, type Json } from '../../tests/fakes/discord/json.ts';
import type { Posted } from '../../tests/fakes/discord/rooms.ts';
import type { Block, Button, Look, Span, Turn } from './chat.ts';
import { widthOf } from './lines.ts';
import { sizeOf } from './png.ts';

/** Names that Discord would show in place of ids, and the charts as they were drawn, oldest first. */
export interface Around { readonly names: Readonly<Record<string, string>>; readonly charts: readonly Uint8Array[] }

const types = { row: 1, button: 2, select: 3, words: 10, gallery: 12, file: 13 } as const;
const ephemeral = 64;
/** For buttons beside each other, in pixels. */
const room = 330;

export function turnOf(message: Posted, around: Around): Turn {
  const charts = [...around.charts];
  const inside: Block[] = [];
  const rows: (readonly Button[])[] = [];
  for (const component of message.components) {
    switch (component['type']) {
      // What is said after buttons stands below them; drawn, all words come first.
      case types.words: inside.push({ kind: 'words', spans: [...(inside.length > 0 ? [{ text: '\n', look: 'plain' as const }] : []), ...spansOf(wordOf(component['content']), around.names)] }); break;
      case types.gallery: {
        const png = charts.shift();
        if (png) inside.push({ kind: 'picture', png, ...sizeOf(png) });
        break;
      }
      case types.file: {
        const name = wordOf((component['file'] as Json)['url']).replace('attachment://', '');
        inside.push({ kind: 'file', name, size: message.attachments.find((each) => each.filename === name)?.size ?? 0 });
        break;
      }
      case types.row: rows.push(...wrapped(buttonsOf(component))); break;
      default:
    }
  }
  if (message.only !== null || (message.flags & ephemeral) !== 0) inside.push({ kind: 'words', spans: [{ text: 'Only you can see this', look: 'italic' }] });
  return { by: 'bot', inside, below: rows.length > 0 ? [{ kind: 'buttons', rows }] : [] };
}

function buttonsOf(row: Json): readonly Button[] {
  return ((row['components'] ?? []) as readonly Json[]).map((each) => (each['type'] === types.select
    ? { label: `${wordOf(each['placeholder'])} \u25BE`, look: 'plain' }
    : { label: wordOf(each['label']), look: each['style'] === 1 ? 'main' : 'plain' }));
}

/** On a phone a row that is too wide goes on in the next line. */
function wrapped(row: readonly Button[]): readonly (readonly Button[])[] {
  const rows: Button[][] = [[]];
  for (const button of row) {
    const widest = Math.max(...[...(rows.at(-1) ?? []), button].map(({ label }) => widthOf(label, 'plain', 13) + 28));
    if ((rows.at(-1)?.length ?? 0) > 0 && widest * ((rows.at(-1)?.length ?? 0) + 1) > room) rows.push([]);
    rows.at(-1)?.push(button);
  }
  return rows;
}

const marked = /<t:(\d+):F>|<(?:@&?|#)(\d+)>|(https?:\/\/[^\s]+[^\s.,;:)])|\\([\\*_~`|[\]<>#()-])/gu;

/** Timestamps as a reader in UTC sees them, names in place of ids, escapes taken away. */
function spansOf(content: string, names: Readonly<Record<string, string>>): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  const add = (text: string, look: Look): void => { if (text !== '') spans.push({ text, look }); };
  for (const match of content.matchAll(marked)) {
    add(content.slice(from, match.index), 'plain');
    const [whole, seconds, id, link, escaped] = match;
    if (seconds !== undefined) add(new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(Number(seconds) * 1000), 'plain');
    else if (id !== undefined) add(`${whole.startsWith('<#') ? '#' : '@'}${names[id] ?? id}`, 'link');
    else if (link !== undefined) add(link, 'link');
    else add(escaped ?? '', 'plain');
    from = match.index + whole.length;
  }
  add(content.slice(from), 'plain');
  return joined(spans);
}

/** Pieces of one look beside each other are one piece. */
function joined(spans: readonly Span[]): readonly Span[] {
  return spans.reduce<Span[]>((all, span) => {
    const last = all.at(-1);
    if (last?.look === span.look) all.splice(-1, 1, { ...last, text: last.text + span.text });
    else all.push(span);
    return all;
  }, []);
}
