/**
 * What happened: everything a platform or a timer can bring to the bot, as data.
 * Adapters turn platform payloads into events; nothing of the platform survives beyond this shape.
 * Every time is ms since 1970 UTC by our own clock at receipt: `event.at` is the only clock of the conversation.
 */
import type { Ask, PersonId, PlaceId, Subject } from './ids.ts';
import type { Press } from './press.ts';

export type { Ask, PersonId, PlaceId, Subject } from './ids.ts';

/** Where a reply can go. Made and read by adapters only, stored encrypted. */
export type Route =
  | { readonly kind: 'telegram' | 'discord-channel' | 'terminal'; readonly id: string }
  /** `id`: the person. `channel`: where their direct messages are, once that is known. */
  | { readonly kind: 'discord-dm'; readonly id: string; readonly channel?: string }
  | { readonly kind: 'discord-interaction'; readonly app: string; readonly id: string; readonly token: string; readonly until: number; /** The direct chat that it happened in. */ readonly channel?: string; /** Seen by all, not only by the person. */ readonly aloud?: true };

export type TimerName = 'check-in' | 'clear' | 'wait' | 'path' | 'pair' | 'pair-left' | 'pair-over' | `promise:${string}` | `later:${string}` | `community:${string}` | `weekly-${'open' | 'retry' | 'count' | 'close'}:${number}`;

interface Happening {
  /** Dedupe key, unique for ever: `telegram:<bot>:<update>`, `discord:<interaction>`, `terminal:<uuid>`, `due:<timer>:<due>`. */
  readonly id: string;
  readonly at: number;
}

interface ByPerson extends Happening {
  readonly person: PersonId;
  readonly here: Route;
  /** BCP 47, as the platform gives it; `en` where it gives none. */
  readonly locale: string;
  readonly place?: PlaceId;
  readonly moderator?: boolean;
  /** The person's own message, where there is one: both sides' messages are deleted by Quick exit. */
  readonly ref?: string;
}

export type TextEvent = ByPerson & {
  readonly kind: 'text';
  readonly text: string;
  /** `edit` passes the safety check and is otherwise not answered again. */
  readonly via: 'message' | 'caption' | 'edit' | 'form';
  /** The question a form belongs to. */
  readonly of?: Ask;
};
/**
 * `ref`: the pressed message. `typed`: it came by a link, as a message of the person's own, which `ref` then is.
 * `may`: with a `moderate` press, the right to keep order in the channel, where the person has it now.
 */
export type PressEvent = ByPerson & { readonly kind: 'press'; readonly press: Press; readonly ref: string; readonly public: boolean; readonly typed?: true; readonly may?: 'messages' };
/** Typed commands bring what follows the name as `text`; Discord brings named options, and a subcommand as `what`. */
export type CommandEvent = ByPerson & { readonly kind: 'command'; readonly name: string; readonly options: Readonly<Record<string, string>> };
export type UnreadableEvent = ByPerson & {
  readonly kind: 'unreadable';
  readonly what: 'sticker' | 'voice' | 'picture' | 'contact' | 'location' | 'forged';
};
export type DueEvent = Happening & { readonly kind: 'due'; readonly subject: Subject; readonly name: TimerName; readonly due: number };
export type TroubleEvent = Happening & {
  readonly kind: 'trouble';
  readonly subject: Subject;
  readonly what: 'blocked' | 'dm-closed' | 'gone' | 'no-permission' | 'expired' | 'moved' | 'maybe-missing';
  /** The new id of a place that moved; the channel that is gone or closed to the bot, where only that one is. */
  readonly to?: string;
  /** The name of the post that may be missing, or that waited too long; without one it is about the whole subject. */
  readonly tag?: string;
  /** A post was refused: it certainly does not stand in the channel. */
  readonly refused?: true;
};

export type PersonEvent = TextEvent | PressEvent | CommandEvent | UnreadableEvent;
export type Event = PersonEvent | DueEvent | TroubleEvent;

/** Who the event is about: the person whose document the turn loads, if any. */
export function personOf(event: Event): PersonId | null {
  if ('person' in event) return event.person;
  return isPlace(event.subject) ? null : event.subject;
}

/** The group whose document the turn loads, if any. */
export function placeOf(event: Event): PlaceId | null {
  if ('person' in event) return event.place ?? (event.kind === 'press' && event.press.kind === 'join' ? placeOfSlot(event.press.slot) : null);
  return isPlace(event.subject) ? event.subject : null;
}

/** A slot is `<name>` in the event's own place, or `<place>/<name>` where a person answers in private. */
export function placeOfSlot(slot: string): PlaceId | null {
  const named = slot.slice(0, Math.max(slot.lastIndexOf('/'), 0)) as Subject;
  return isPlace(named) ? named : null;
}

export function isPlace(subject: Subject): subject is PlaceId {
  return subject.startsWith('telegram-place:') || subject.startsWith('discord-place:');
}
