/**
 * What the bot says, as data. Each adapter renders a message within its platform's limits;
 * what a platform lacks becomes the nearest honest thing (a form becomes a question).
 */
import type { Ask, PersonId } from './ids.ts';
import type { Choice } from './press.ts';

/** Something each platform shows in its own way. It stands for one U+FFFC in the text, in order. Times in ms UTC. */
export type Insert =
  | { readonly kind: 'time'; readonly at: number; readonly zone: string }
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'channel' | 'role'; readonly id: string };

interface Body {
  readonly text: string;
  readonly inserts?: readonly Insert[];
  readonly choices?: readonly Choice[];
  /** A link to this bot that begins with `/start <start>`, under these words. Telegram has such links; elsewhere both are left out. */
  readonly link?: { readonly words: string; readonly start: string };
  /** The press is not shown and the message is deleted after it. */
  readonly secret?: true;
}

export interface Line { readonly name: string; readonly points: readonly (number | null)[] }

export type Message =
  | (Body & { readonly kind: 'text' })
  | (Body & { readonly kind: 'scale'; readonly of: Ask; readonly from: number; readonly to: number; readonly low: string; readonly high: string })
  | (Body & { readonly kind: 'pick'; readonly of: Ask; readonly options: readonly { readonly id: string; readonly label: string }[]; readonly atMost: number })
  | (Body & { readonly kind: 'form'; readonly of: Ask; readonly title: string; readonly max: number })
  /**
   * `text` is the text version and the alt text; points are on `from`..`to`. `lines` go over the labels; `shares` are
   * bars, one a label, each made of one part a line; a part that is null is not told.
   */
  | (Body & { readonly kind: 'chart'; readonly form?: 'lines' | 'shares'; readonly title: string; readonly labels: readonly string[]; readonly lines: readonly Line[]; readonly from: number; readonly to: number })
  | (Body & { readonly kind: 'file'; readonly name: string; readonly mime: string; readonly content: string });
