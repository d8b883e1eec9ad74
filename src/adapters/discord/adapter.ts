/**
 * Discord through the parts of discord.js that carry: the gateway brings plain packets, REST carries parcels. Nothing is retried here: the outbox owns retries. `receive.ts` and `render.ts` hold what the conversation needs; this file only talks.
 */
import { GatewayDispatchEvents, InteractionResponseType, Routes } from 'discord-api-types/v10';
import type { APIInteraction, GatewayDispatchPayload } from 'discord-api-types/v10';
import type { Message } from '../../conversation/message.ts';
import type { Parcel } from '../../conversation/parcel.ts';
import { isPlace, type Event } from '../../conversation/event.ts';
import type { Adapter, Delivery, Inbox } from '../adapter.ts';
import type { Notice } from '../cannot-start.ts';
import { carry, type Call } from '../delivery.ts';
import { openGate } from '../gate.ts';
import { openLanes } from '../lanes.ts';
import { replyOf } from './addresses.ts';
import { callsInChannel, callsOnInteraction, type Wire } from './calls.ts';
import { openCatchingUp } from './catching-up.ts';
import { commandsFrom } from './commands.ts';
import { failureOf } from './failure.ts';
import { openGateway, type Gateway } from './gateway.ts';
import { REST } from './library.ts';
import { receiveInteraction, receiveLoss, receiveMessage, type Asked, type Incoming } from './receive.ts';
import { render, type Rendered } from './render.ts';
import type { LastHeard } from './missed.ts';
import { register } from './register.ts';
import { openRequests } from './request.ts';
import { modal, opening, respond, type Responded } from './respond.ts';
import { openServers } from './servers.ts';
import type { Words } from './words.ts';

export interface DiscordOptions {
  readonly token: string;
  /** A REST proxy, such as `http://127.0.0.1:3000/api`; Discord's own by default. */
  readonly api?: string;
  readonly now: () => number;
  /** PNG of a chart; without it a chart is its text. */
  readonly drawChart?: (chart: Message & { readonly kind: 'chart' }) => Promise<Uint8Array>;
  /** Suggestions while a command's option is typed, at most 25. */
  readonly complete?: (asked: Asked) => readonly { readonly name: string; readonly value: string }[];
  /** The words of the commands; without them Discord keeps the commands that it has. */
  readonly words?: readonly Words[];
  /** The last direct message of each person that was handled, the newest first: what came after them is asked for. */
  readonly lastHeard?: () => Promise<readonly LastHeard[]>;
  readonly notice: (notice: Notice) => void;
  /** After so long without an answer the result of a send is unknown, in ms. */
  readonly sendMs?: number;
}

/** Each on a connection of its own, which the next one uses again: a thousand opened in one moment would stand in line at the other end. */
const answersAtOnce = 200;
/** Direct-message channels remembered; asking again is cheap. */
const rememberedChannels = 10_000;
const maxSuggestions = 25;
const missedNotice: Notice = { code: 'discord-missed', sentence: 'Discord did not tell whether somebody wrote a direct message while the bot was away. They may have to write it again.' };
const unhandled: Notice = { code: 'discord-event', sentence: 'An event from Discord could not be handled. It was left out. Please report this as a bug.' };

export function discord(options: DiscordOptions): Adapter {
  const address = { version: '10', makeRequest: openRequests(), ...(options.api === undefined ? {} : { api: options.api }) };
  const rest = new REST({ ...address, retries: 0, timeout: options.sendMs ?? 15_000, rejectOnRateLimit: () => true }).setToken(options.token);
  // What belongs to an interaction does not count into the 50 calls a second of all others (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit).
  const unbound = new REST({ ...address, retries: 0, timeout: options.sendMs ?? 15_000, rejectOnRateLimit: () => true, globalRequestsPerSecond: Infinity });
  const answering = { rest: unbound, gate: openGate(answersAtOnce) };
  const channels = new Map<string, string>();
  const servers = openServers();
  const lanes = openLanes(() => options.notice(unhandled));
  let stopped = false;
  let app: string | null = null;
  let gateway: Gateway | null = null;
  /** Until it is known who may have written meanwhile, nothing newer of anybody is taken. */
  let listed = Promise.resolve();

  let enterInbox: Inbox = () => Promise.resolve();
  const catchingUp = openCatchingUp({
    rest, going: () => !stopped,
    inLane: (user, task) => lanes.add(`discord:${user}`, task),
    async handIn(message) {
      const event = receiveMessage(message, false, options.now());
      if (event) await enterInbox(event);
    },
    again: (event) => enterInbox(event),
    failed: () => options.notice(missedNotice),
  });

  const wire: Wire = { rest, unbound, now: options.now, render: renderAll, direct, shown: new Map() };

  async function start(inbox: Inbox): Promise<void> {
    enterInbox = inbox;
    gateway = openGateway({
      rest, token: options.token, notice: options.notice,
      begun(id, directs) {
        const first = app === null;
        app = id ?? app;
        if (first && app !== null) tellCommands(app);
        if (directs) listed = listed.then(missed);
      },
      take(packet) {
        try {
          if (!stopped) take(packet, inbox);
        } catch {
          options.notice(unhandled);
        }
      },
    });
    await gateway.open();
  }

  function tellCommands(own: string): void {
    if (options.words) void register(rest, own, commandsFrom(options.words), () => !stopped).catch(() => {
      options.notice({ code: 'discord-commands', sentence: 'Discord did not take the list of slash commands. The commands of the last start are still there.' });
    });
  }

  function take(packet: GatewayDispatchPayload, inbox: Inbox): void {
    servers.hear(packet, app);
    switch (packet.t) {
      case GatewayDispatchEvents.InteractionCreate: return takeInteraction(packet.d, inbox);
      case GatewayDispatchEvents.MessageCreate:
      case GatewayDispatchEvents.MessageUpdate: {
        // Its own words come back to it, and not everybody marks them as a bot's.
        if (packet.d.author?.id === app) return;
        const event = receiveMessage(packet.d, packet.t === GatewayDispatchEvents.MessageUpdate, options.now());
        if (event && 'here' in event && event.here.kind === 'discord-dm' && event.here.channel !== undefined) remember(event.here.id, event.here.channel);
        if (event) void listed.then(() => enter(event, inbox));
        return;
      }
      case GatewayDispatchEvents.ChannelDelete:
      case GatewayDispatchEvents.GuildDelete: {
        const event = receiveLoss(packet, options.now());
        return event ? enter(event, inbox) : undefined;
      }
      default:
    }
  }

  function enter(event: Event, inbox: Inbox): void {
    if ('here' in event && event.here.kind === 'discord-dm') catchingUp.hurry(event.here.id);
    void lanes.add('person' in event ? event.person : event.subject, async () => { await inbox(catchingUp.beside(event)); });
  }

  /** Resolves when it is known who is to be asked for; they are asked one after another. */
  async function missed(): Promise<void> {
    const everybody = await options.lastHeard?.().catch(() => options.notice(missedNotice));
    if (everybody) catchingUp.begin(everybody);
  }

  function takeInteraction(interaction: APIInteraction, inbox: Inbox): void {
    const incoming = receiveInteraction(interaction, { at: options.now(), app, missing: servers.missing });
    if (!incoming) return;
    // The answer to Discord starts at once; only the turns of one person wait for each other.
    const responded = answerAtOnce(interaction, incoming);
    if (incoming.kind !== 'turn') return void lanes.add(`at once: ${interaction.id}`, async () => { await responded; });
    void lanes.add(incoming.event.person, async () => {
      if ((await responded) === 'late') return options.notice({ code: 'discord-late', sentence: 'Discord did not wait for the first response to a press or command. The person can press again.' });
      const outcome = await inbox(incoming.event);
      // A waiting sign that nothing will replace.
      if (outcome === 'silent' && incoming.first !== 'update') await unbound.delete(replyOf({ app: interaction.application_id ?? app ?? '', token: interaction.token }), { auth: false }).catch(() => null);
    });
  }

  function answerAtOnce(interaction: APIInteraction, incoming: Incoming): Promise<Responded> {
    switch (incoming.kind) {
      case 'turn': return respond(answering, interaction, opening(incoming.first));
      case 'form': return respond(answering, interaction, modal(incoming));
      case 'complete': {
        const choices = (options.complete?.(incoming.asked) ?? []).slice(0, maxSuggestions).map((each) => ({ ...each }));
        return respond(answering, interaction, { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } });
      }
      default: return incoming satisfies never;
    }
  }

  async function renderAll(messages: readonly Message[]): Promise<Rendered> {
    const pngs = new Map<number, Uint8Array>();
    for (const [index, message] of messages.entries()) {
      const png = message.kind === 'chart' ? await options.drawChart?.(message).catch(() => undefined) : undefined;
      if (png) pngs.set(index, png);
    }
    return render(messages, pngs);
  }

  async function direct(user: string): Promise<string> {
    const known = channels.get(user);
    if (known !== undefined) return known;
    const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as { readonly id: string };
    remember(user, channel.id);
    return channel.id;
  }

  function remember(user: string, channel: string): void {
    if (channels.size >= rememberedChannels) channels.clear();
    channels.set(user, channel);
  }

  async function callsFor(parcel: Parcel): Promise<readonly Call[] | null> {
    const { route } = parcel;
    switch (route.kind) {
      case 'discord-interaction': return callsOnInteraction(parcel, route, wire);
      case 'discord-dm': return callsInChannel(parcel, () => (route.channel === undefined ? direct(route.id) : Promise.resolve(route.channel)), wire);
      case 'discord-channel': return callsInChannel(parcel, () => Promise.resolve(route.id), wire);
      default: return null;
    }
  }

  async function deliver(parcel: Parcel): Promise<Delivery> {
    const calls = await callsFor(parcel);
    if (!calls) return { settled: { kind: 'closed' } };
    // The library forgets the token after any 401.
    rest.setToken(options.token);
    const delivery = toldWhere(parcel, await carry(parcel, calls, failureOf, options.now));
    // Meant for all who were there then; nobody is waiting for it a day later.
    if (delivery.settled.kind === 'hold' && parcel.route.kind === 'discord-interaction' && parcel.route.aloud) return { settled: { kind: 'closed' } };
    if (delivery.settled.kind === 'hold' && parcel.cls === 'safety' && parcel.subject.startsWith('discord:')) {
      const byDirect = await deliver({ ...parcel, route: { kind: 'discord-dm', id: parcel.subject.slice('discord:'.length) } });
      return byDirect.settled.kind === 'closed' ? { ...byDirect, settled: delivery.settled } : byDirect;
    }
    if (delivery.settled.kind === 'closed' && !delivery.trouble) options.notice({ code: 'discord-refused', sentence: 'Discord refused a message of the bot as malformed. The person did not get it. Please report this as a bug.' });
    return delivery;
  }

  return {
    name: 'discord',
    routes: ['discord-interaction', 'discord-dm', 'discord-channel'],
    start,
    async stop() {
      stopped = true;
      await lanes.idle();
      await gateway?.close();
    },
    deliver,
  };
}

/** A server may have several channels with a schedule: which one is closed is part of the trouble. */
function toldWhere({ subject, route }: Parcel, delivery: Delivery): Delivery {
  if (!delivery.trouble || route.kind !== 'discord-channel' || !isPlace(subject)) return delivery;
  return { ...delivery, trouble: { ...delivery.trouble, to: route.id } };
}
