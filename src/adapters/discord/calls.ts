/**
 * A parcel as REST calls. On an interaction everything a turn says is one edit of the original reply, which may be repeated;
 * in a direct message or a channel it is one create-message with the parcel's nonce, which Discord gives back instead of posting twice
 * for a few minutes (`enforce_nonce`, https://docs.discord.com/developers/resources/message#create-message).
 */
import type { RawFile, REST } from '@discordjs/rest';
import { Routes, ThreadAutoArchiveDuration, type APIMessage } from 'discord-api-types/v10';
import type { Route } from '../../conversation/event.ts';
import type { Message } from '../../conversation/message.ts';
import type { Parcel } from '../../conversation/parcel.ts';
import type { Call } from '../delivery.ts';
import { oneLine } from '../plain-text.ts';
import { followupsOf, replyOf } from './addresses.ts';
import { isCode, TokenExpired } from './failure.ts';
import { marked } from './marked.ts';
import type { File, Rendered } from './render.ts';

type InteractionRoute = Extract<Route, { readonly kind: 'discord-interaction' }>;

export interface Wire {
  readonly rest: REST;
  /** For what is reached by an interaction's token. */
  readonly unbound: REST;
  readonly now: () => number;
  render(messages: readonly Message[]): Promise<Rendered>;
  /** The direct-message channel of a person. */
  direct(user: string): Promise<string>;
  /** Interaction -> the parcel that its original reply shows. Forgotten with the token. */
  readonly shown: Map<string, { readonly parcel: number; readonly until: number }>;
}

/** An edit may be made again at any time, so nobody waits long for the answer to one. */
const editMs = 5_000;
/** After so many attempts the nonce may be forgotten at Discord. */
const nonceAttempts = 3;
/** https://docs.discord.com/developers/resources/channel#start-thread-from-message */
const maxThreadName = 100;
/** Components V2 and only for the person: a reply beside the original one. */
const ephemeral = 64;

export async function callsOnInteraction(parcel: Parcel, route: InteractionRoute, wire: Wire): Promise<readonly Call[]> {
  const { unbound: rest, shown } = wire;
  const messages = sentIn(parcel);
  const original = replyOf(route);
  const alive = (run: Call['run']): Call['run'] => () => {
    if (route.until <= wire.now()) throw new TokenExpired('the interaction token is older than 15 minutes');
    return run();
  };
  const calls: Call[] = [];
  if (messages.length > 0) {
    const { body, files } = await wire.render(messages);
    const beside = async (): Promise<readonly string[]> => {
      const flags = route.aloud ? body.flags : body.flags | ephemeral;
      const sent = await rest.post(followupsOf(route), { body: { ...body, flags }, files: raw(files), auth: false, query: new URLSearchParams({ wait: 'true' }) });
      return refOf(sent);
    };
    const edit = async (): Promise<readonly string[]> => {
      forgetOld(shown, wire.now());
      shown.set(route.id, { parcel: parcel.id, until: route.until });
      try {
        return refOf(await rest.patch(original, { body, files: raw(files), auth: false, signal: AbortSignal.timeout(editMs) }));
      } catch (error) {
        // The person closed the private reply: a new one takes its place.
        if (isCode(error, 10008)) return beside();
        throw error;
      }
    };
    const taken = shown.get(route.id);
    const free = !route.aloud && (taken === undefined || taken.parcel === parcel.id);
    calls.push({ run: alive(free ? edit : beside), repeatable: free, courtesy: false });
  }
  for (const work of parcel.work) {
    // The newest first: that is what others would see.
    if (work.kind === 'delete') calls.push(...work.refs.toReversed().map((ref) => tidy(alive(() => withoutRef(rest.delete(replyOf(route, ref), { auth: false }))))));
    // What was chosen is replaced together with the whole reply when something is said; alone, the reply is read first.
    if (work.kind === 'mark' && messages.length === 0 && !shown.has(route.id)) {
      calls.push(tidy(alive(() => mark(rest, original, work.ref, work.chosen, { auth: false }))));
    }
    if (work.kind === 'revise') {
      const { body, files } = await wire.render([work.message]);
      calls.push(tidy(alive(() => withoutRef(rest.patch(replyOf(route, work.ref), { body, files: raw(files), auth: false })))));
    }
  }
  return calls;
}

export async function callsInChannel(parcel: Parcel, channelOf: () => Promise<string>, wire: Wire): Promise<readonly Call[]> {
  const { rest } = wire;
  const messages = sentIn(parcel);
  const calls: Call[] = [];
  for (const work of parcel.work) {
    if (work.kind === 'mark') calls.push(tidy(async () => mark(rest, Routes.channelMessage(await channelOf(), work.ref), work.ref, work.chosen, {})));
    if (work.kind === 'delete') calls.push(...work.refs.toReversed().map((ref) => tidy(async () => withoutRef(rest.delete(Routes.channelMessage(await channelOf(), ref))))));
    if (work.kind === 'revise') {
      const { body, files } = await wire.render([work.message]);
      calls.push(tidy(async () => withoutRef(rest.patch(Routes.channelMessage(await channelOf(), work.ref), { body, files: raw(files) }))));
    }
  }
  if (messages.length === 0) return calls;
  const { body, files } = await wire.render(messages);
  let made = parcel.progress?.refs.at(-1) ?? '';
  const create: Call['run'] = async () => {
    const refs = refOf(await rest.post(Routes.channelMessages(await channelOf()), { body: { ...body, nonce: parcel.nonce, enforce_nonce: true }, files: raw(files) }));
    made = refs[0] ?? '';
    return refs;
  };
  const thread = parcel.work.find((work) => work.kind === 'send')?.thread;
  // A post without its thread is still a post.
  const open = thread === undefined ? [] : [tidy(async () => (made === '' ? [] : withoutRef(rest.post(Routes.threads(await channelOf(), made), { body: { name: oneLine(thread, maxThreadName), auto_archive_duration: ThreadAutoArchiveDuration.OneWeek } }))))];
  return [...calls, { run: create, repeatable: parcel.attempt <= nonceAttempts, courtesy: false }, ...open];
}

async function mark(rest: REST, address: `/${string}`, ref: string, chosen: string | null, how: { readonly auth?: false }): Promise<readonly string[]> {
  // A secret press leaves nothing on the screen.
  if (chosen === null) return withoutRef(rest.delete(address, how));
  const message = (await rest.get(address, how)) as APIMessage;
  if (message.id === ref) await rest.patch(address, { ...how, body: marked(message, chosen) });
  return [];
}

function sentIn(parcel: Parcel): readonly Message[] {
  return parcel.work.flatMap((work) => (work.kind === 'send' ? work.messages : []));
}

function tidy(run: Call['run']): Call {
  return { run, repeatable: true, courtesy: true };
}

function raw(files: readonly File[]): RawFile[] {
  return files.map((file) => ({ name: file.name, data: Buffer.from(file.bytes), contentType: file.type }));
}

/** Whoever does not say which message was made has made it all the same. */
function refOf(message: unknown): readonly string[] {
  const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined;
  return typeof id === 'string' && id !== '' ? [id] : [];
}

async function withoutRef(done: Promise<unknown>): Promise<readonly string[]> {
  await done;
  return [];
}

function forgetOld(shown: Wire['shown'], now: number): void {
  // Insertion order is nearly the order of expiry: the old ones are in front.
  for (const [id, { until }] of shown) {
    if (until > now) return;
    shown.delete(id);
  }
}
