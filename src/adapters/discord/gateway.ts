/**
 * Discord's events over its WebSocket, by the part of discord.js that keeps the connection (`@discordjs/ws`): heartbeats, resuming,
 * identifying at its pace, as many shards as Discord asks for. The whole client of discord.js is not used: it builds objects of its own
 * from every packet, and one of an unknown shape would end the process.
 */
import type { REST as Rest } from '@discordjs/rest';
import type { SessionInfo, WebSocketManager as Manager } from '@discordjs/ws';
import { GatewayCloseCodes, GatewayIntentBits, Routes } from 'discord-api-types/v10';
import type { APIGatewayBotInfo, GatewayDispatchPayload } from 'discord-api-types/v10';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart, type Notice } from '../cannot-start.ts';
import { failureOf } from './failure.ts';
import { REST, WebSocketManager, WebSocketShardEvents } from './library.ts';
import { sturdyShards } from './shards.ts';

export interface GatewayOptions {
  readonly rest: Rest;
  readonly token: string;
  /** Every event, in order. Must not throw. */
  readonly take: (packet: GatewayDispatchPayload) => void;
  /** A session began: whatever happened before it was not heard. `app`: our own id, where Discord tells it. `directs`: direct messages come in this one. */
  readonly begun: (app: string | null, directs: boolean) => void;
  readonly notice: (notice: Notice) => void;
}

export interface Gateway {
  /** Resolves when every shard has a session; rejects with `CannotStart`. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Servers and direct messages; none of the privileged intents. */
const intents = GatewayIntentBits.Guilds | GatewayIntentBits.DirectMessages;
/** Closed for good: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const forGood = new Map<number, CannotStart>([
  [GatewayCloseCodes.AuthenticationFailed, new CannotStart('wrong-token', 'Discord does not accept DISCORD_BOT_TOKEN. Copy the current token from the Bot page of your application in the Discord developer portal.')],
  ...[GatewayCloseCodes.InvalidShard, GatewayCloseCodes.ShardingRequired, GatewayCloseCodes.InvalidAPIVersion].map((code) =>
    [code, new CannotStart('refused', `Discord refused the connection (code ${code}). Start again; when it stays so, a newer version of this program is needed.`)] as const),
  ...[GatewayCloseCodes.InvalidIntents, GatewayCloseCodes.DisallowedIntents].map((code) =>
    [code, new CannotStart('refused', 'Discord refused the connection because of its intents. The bot needs none of the privileged ones: look at the Bot page of your application in the Discord developer portal.')] as const),
]);
const unreachable = 'Discord cannot be reached. Check the network, and DISCORD_API_ROOT where it is set.';
const connectionNotice: Notice = { code: 'discord-connection', sentence: 'The connection to Discord failed. It is opened again by itself.' };
const packetNotice: Notice = { code: 'discord-packet', sentence: 'Discord sent something that could not be read. It was left out.' };
/** Where the gateway is, asked so often at the start when Discord itself has a fault. */
const tries = 6;
const firstPause = 500;

export function openGateway({ rest, token, take, begun, notice }: GatewayOptions): Gateway {
  const sessions = new Map<number, SessionInfo | null>();
  let closed = false;
  let manager: Manager | null = null;

  async function open(): Promise<void> {
    const info = await whereabouts(rest);
    const { remaining, reset_after: resetAfter } = info.session_start_limit;
    // The library would give up without a word.
    if (remaining < info.shards) throw new CannotStart('refused', `Discord allows no new connection for ${Math.ceil(resetAfter / 60_000)} minutes, because there were too many starts today. Start again after that.`);
    const { promise: begunAll, resolve, reject } = Promise.withResolvers<void>();
    const shards = new Set<number>();
    const ws = new WebSocketManager({
      intents, token,
      buildStrategy: (of) => sturdyShards(of, () => { if (!closed) notice(packetNotice); }),
      // Asked before, with patience: a session limit or a shard count that is not told is the usual one.
      rest: Object.assign(new REST(), { get: () => Promise.resolve(info) }),
      // After closing nothing is connected again: whoever asks waits for ever.
      retrieveSessionInfo: (shard) => (closed ? new Promise<never>(() => undefined) : (sessions.get(shard) ?? null)),
      updateSessionInfo: (shard, session) => { sessions.set(shard, session && { ...session, resumeURL: isAddress(session.resumeURL) ? session.resumeURL : info.url }); },
    });
    manager = ws;
    ws.on(WebSocketShardEvents.Error, () => { if (!closed) notice(connectionNotice); });
    ws.on(WebSocketShardEvents.Closed, ({ code }) => {
      const reason = forGood.get(code);
      if (!reason || closed) return;
      if (shards.size === info.shards) notice({ code: 'discord-closed', sentence: `Discord closed the connection for good (code ${code}). Check DISCORD_BOT_TOKEN and start again.` });
      reject(reason);
    });
    ws.on(WebSocketShardEvents.Ready, ({ data, shardId }) => {
      if (closed) return;
      // https://docs.discord.com/developers/events/gateway#sharding: what belongs to no server goes to the first shard.
      begun(appIn(data), shardId === 0);
      if (shards.add(shardId).size === info.shards) resolve();
    });
    ws.on(WebSocketShardEvents.Dispatch, ({ data }) => { if (!closed) take(data); });
    // A first connection that fails is opened again like any later one; what ends it for good is told by its close code.
    void ws.connect().catch(() => undefined);
    await begunAll;
  }

  async function ended(): Promise<void> {
    try {
      await manager?.destroy();
    } catch {
      // Closing what is not open is closed.
    }
  }

  return {
    async open() {
      try {
        await open();
      } catch (error) {
        closed = true;
        await ended();
        throw error;
      }
    },
    async close() {
      closed = true;
      await ended();
    },
  };
}

async function whereabouts(rest: Rest): Promise<APIGatewayBotInfo> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await addressOf(rest);
    } catch (error) {
      const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
      if (status === 401) throw forGood.get(GatewayCloseCodes.AuthenticationFailed) ?? new CannotStart('wrong-token', unreachable);
      const failure = failureOf(error);
      // Nobody is there at all, or there is something that is not Discord: trying on would only hide it.
      if (attempt >= tries || failure.kind === 'refused' || (failure.kind === 'not-done' && status === null)) throw new CannotStart('unreachable', unreachable);
      await pause(failure.kind === 'wait' ? failure.ms : firstPause * 2 ** (attempt - 1));
    }
  }
}

/** Somebody's proxy may know only the plain address. */
async function addressOf(rest: Rest): Promise<APIGatewayBotInfo> {
  const told = await rest.get(Routes.gatewayBot()).catch(async (error: unknown) => {
    if (typeof error === 'object' && error !== null && 'status' in error && error.status === 404) return rest.get(Routes.gateway());
    throw error;
  }) as Partial<APIGatewayBotInfo>;
  if (!isAddress(told.url)) throw new CannotStart('unreachable', unreachable);
  const shards = Number.isInteger(told.shards) && Number(told.shards) > 0 ? Number(told.shards) : 1;
  const usual = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  return { url: told.url, shards, session_start_limit: { ...usual, ...told.session_start_limit } };
}

/** The library ends the process over an address that is none. */
function isAddress(value: unknown): value is string {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  return url !== null && ['ws:', 'wss:'].includes(url.protocol) && url.hash === '';
}

function appIn(ready: unknown): string | null {
  const { application, user } = ready as { readonly application?: { readonly id?: string }; readonly user?: { readonly id?: string } };
  return application?.id ?? user?.id ?? null;
}
