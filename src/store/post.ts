/**
 * The parcels of one turn while it is being written. What is said to one place becomes one parcel (one edit of a Discord reply);
 * a message with a tag has a parcel of its own, so that its reference is known by the tag.
 */
import type { Say, SayClass } from '../conversation/effect.ts';
import { personOf, placeOf, type Event, type Route, type Subject } from '../conversation/event.ts';
import type { Message } from '../conversation/message.ts';
import type { Work } from '../conversation/parcel.ts';
import type { Box } from './box.ts';
import { oneOffSealer, type NewParcel, type Outbox, type Sealer } from './outbox.ts';
import type { Refs, Sent } from './refs.ts';
import type { Slots } from './slots.ts';
import type { Known } from './subjects.ts';

/** What only the other parts know: where a place's messages go, and a person who never wrote in private. */
export interface Routing {
  channel(place: unknown, say: Say, event: Event): Route | null;
  direct(person: Subject, event: Event): Route | null;
  /** Whether this person, by their document, may be told something that they did not ask for now. */
  mayReach(person: unknown): boolean;
}

export interface PostRoom { readonly box: Box; readonly outbox: Outbox; readonly refs: Refs; readonly slots: Slots; readonly routing: Routing }

export interface Post {
  say(say: Say): void;
  mark(ref: string, chosen: string | null): void;
  revise(tag: string, message: Message): void;
  hide(): void;
  clear(what: 'chat' | 'own'): void;
  unhide(): void;
  /** Into the outbox; with an erasure, to leave after it. */
  leave(erasure: number | null): void;
}

interface Draft { readonly subject: Subject; readonly route: Route; cls: SayClass; readonly work: Work[]; readonly tag?: string }
const urgency: readonly SayClass[] = ['safety', 'reply', 'post', 'reminder'];
/** Telegram deletes at most 100 messages a call: https://core.telegram.org/bots/api#deletemessages */
const mostDeletions = 100;

interface Target { readonly subject: Subject; readonly route: Route }

export function openPost({ box, outbox, refs, slots, routing }: PostRoom, event: Event): Post {
  const drafts: Draft[] = [];
  const person = personOf(event);
  const place = placeOf(event);
  const known = (subject: Subject | null): Known | null => (subject === null ? null : box.subjects.load(subject));

  function add({ subject, route }: Target, cls: SayClass, work: Work, tag?: string): void {
    const same = tag === undefined ? drafts.find((draft) => draft.tag === undefined && sameRoute(draft.route, route)) : undefined;
    if (!same) {
      drafts.push({ subject, route, cls, work: [work], ...(tag === undefined ? {} : { tag }) });
      return;
    }
    same.work.push(work);
    if (urgency.indexOf(cls) < urgency.indexOf(same.cls)) same.cls = cls;
  }

  function channel(say: Say): Target | null {
    const route = place === null ? null : routing.channel(known(place)?.document ?? null, say, event);
    return place !== null && route ? { subject: place, route } : null;
  }

  function targetOf(say: Say): Target | null {
    if (say.to === 'here' && 'here' in event) return { subject: event.person, route: event.here };
    if (say.to === 'aloud' && 'here' in event) return { subject: event.person, route: event.here.kind === 'discord-interaction' ? { ...event.here, aloud: true } : event.here };
    const to = say.person ?? person;
    if (say.to === 'channel' || to === null) return channel(say);
    if (say.person !== undefined && !routing.mayReach(known(to)?.document ?? null)) return null;
    const route = known(to)?.route ?? routing.direct(to, event);
    return route && { subject: to, route };
  }

  function answered(): readonly Sent[] {
    const message = ownMessage(event);
    return message ? [{ route: message.route, refs: [message.ref] }] : [];
  }

  function remove(subject: Subject, all: readonly Sent[]): void {
    for (const [route, found] of byRoute(all, box.now())) {
      for (let from = 0; from < found.length; from += mostDeletions) {
        add({ subject, route }, 'reply', { kind: 'delete', refs: found.slice(from, from + mostDeletions) }, 'delete');
      }
    }
  }

  /** In a parcel of its own, behind the deletions: nothing waits for it. */
  function cover(on: boolean): void {
    const target = targetOf({ kind: 'say', to: 'here', cls: 'reply', messages: [] });
    if (target) add(target, 'reply', { kind: 'cover', on }, 'cover');
  }

  function isFirst(say: Say): boolean {
    if (say.cls !== 'post' || say.tag === undefined || place === null) return true;
    return slots.firstPost(box.subjects.ensure(place, box.dayOf(event.at)), say.tag);
  }

  return {
    say(say) {
      const target = targetOf(say);
      if (target && isFirst(say)) add(target, say.cls, { kind: 'send', messages: say.messages, ...(say.thread === undefined ? {} : { thread: say.thread }) }, say.tag);
    },
    mark(ref, chosen) {
      if ('here' in event) add({ subject: event.person, route: event.here }, 'reply', { kind: 'mark', ref, chosen });
    },
    revise(tag, message) {
      const owner = known(place) ?? known(person);
      const [sent] = owner ? refs.tagged(owner, tag) : [];
      const ref = sent?.refs[0];
      if (owner && sent && ref !== undefined) add({ subject: owner.id, route: sent.route }, 'post', { kind: 'revise', ref, message }, `revise ${tag}`);
    },
    hide() {
      const owner = known(person);
      if (!owner) return;
      remove(owner.id, [...refs.take(owner), ...outbox.hide(owner), ...answered()]);
      cover(true);
    },
    clear(what) {
      const owner = known(person);
      if (owner) remove(owner.id, what === 'own' ? answered() : refs.take(owner));
    },
    unhide: () => cover(false),
    leave(erasure) {
      const own = ownMessage(event);
      let heard = own?.ref;
      for (const draft of drafts) {
        // After forgetting there is no key of the person: each receipt has a key of its own, which goes when it is sent.
        outbox.put(parcelOf(draft, heard), erasure === null ? sealerOf(box, draft.subject) : oneOffSealer(box), erasure);
        heard = undefined;
      }
      // Nothing was said to it, and still it must be found when the person hides.
      if (own && heard !== undefined && erasure === null) refs.keep(own.person, { route: own.route, refs: [], heard }, null);
    },
  };
}

function parcelOf(draft: Draft, heard: string | undefined): NewParcel {
  const { subject, route, cls, work, tag } = draft;
  return { subject, route, cls, work, ...(tag === undefined ? {} : { tag }), ...(heard === undefined ? {} : { heard }) };
}

/** Nothing is made for somebody of whom nothing is kept: their parcel gets a key of its own. */
function sealerOf(box: Box, subject: Subject): Sealer {
  const known = box.subjects.load(subject);
  return known ? { row: known.row, keyId: known.keyId, key: known.key } : oneOffSealer(box);
}

/**
 * Whatever the person sent: words, a command, a picture. A press is on a message of the bot, a group's messages are the group's,
 * and what a person writes to a bot on Discord nobody else can delete.
 */
function ownMessage(event: Event): { readonly person: Subject; readonly route: Route; readonly ref: string } | null {
  const sent = event.kind === 'text' || event.kind === 'command' || event.kind === 'unreadable' || (event.kind === 'press' && event.typed === true);
  return sent && event.ref !== undefined && event.place === undefined && event.here.kind !== 'discord-dm' ? { person: event.person, route: event.here, ref: event.ref } : null;
}

function byRoute(sent: readonly Sent[], now: number): readonly (readonly [Route, readonly string[]])[] {
  const groups = new Map<string, { readonly route: Route; readonly refs: string[] }>();
  for (const { route, refs, heard } of sent) {
    if (route.kind === 'discord-interaction' && route.until < now) continue;
    const name = JSON.stringify(route);
    const group = groups.get(name) ?? { route, refs: [] };
    if (heard !== undefined) group.refs.push(heard);
    group.refs.push(...refs);
    groups.set(name, group);
  }
  return [...groups.values()].filter((group) => group.refs.length > 0).map(({ route, refs }) => [route, [...new Set(refs)]]);
}

function sameRoute(a: Route, b: Route): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
