/**
 * The connections of `@discordjs/ws`, made to stand every packet. The library believes what it gets: an INVALID_SESSION without its `d` throws
 * inside a promise that nobody awaits, which ends the process; a HELLO without an interval makes it beat once a millisecond.
 * So each packet is looked at before the library acts on it, and what it throws all the same is caught where it comes in.
 *
 * Its first heartbeat may find the connection dead. It then makes a new one, and when that is there goes on where it was: it begins to beat
 * in the name of the old one, beside the new one's own beats, with nobody to stop it. Such a beat throws while a later connection is
 * being made, which ends the process. So a beat is over only for the connection that it was meant for.
 */
import type { IShardingStrategy, WebSocketManager, WebSocketShard as Shard, WebSocketShardStatus as Status } from '@discordjs/ws';
import { GatewayOpcodes } from 'discord-api-types/v10';
import { SimpleShardingStrategy, WebSocketShard, WebSocketShardStatus } from './library.ts';

/** The interval that Discord's documentation shows (https://docs.discord.com/developers/events/gateway#hello-event), ms. */
const usualInterval = 45_000;
/** More than a timer can hold is done at once. */
const longestInterval = 2 ** 31 - 1;

/** `failed`: a packet could not be handled. It is left out; what it should have brought is got by the library's own timeouts. */
export function sturdyShards(manager: WebSocketManager, failed: () => void): IShardingStrategy {
  const strategy = new SimpleShardingStrategy(manager);
  const spawn = strategy.spawn.bind(strategy);
  strategy.spawn = async (ids) => {
    await spawn(ids);
    const shards: unknown = Reflect.get(strategy, 'shards');
    if (!(shards instanceof Map) || shards.size === 0) throw new Error('@discordjs/ws keeps its shards in another place now: shards.ts must follow it.');
    for (const shard of shards.values()) if (shard instanceof WebSocketShard) guard(shard, failed);
  };
  return strategy;
}

/** A packet as the library can take it; null where it must not see it. `greeted`: this connection had its HELLO. */
function tolerable(packet: unknown, status: Status, greeted: boolean): unknown {
  if (typeof packet !== 'object' || packet === null || !('op' in packet)) return null;
  const d = 'd' in packet ? packet.d : undefined;
  switch (packet.op) {
    case GatewayOpcodes.Dispatch: return 't' in packet && packet.t === 'READY' && (typeof d !== 'object' || d === null) ? null : packet;
    // Unclear whether the session can be resumed: it is tried once, for then nothing is lost. Whoever refuses that means no.
    case GatewayOpcodes.InvalidSession: return typeof d === 'boolean' ? packet : status === WebSocketShardStatus.Ready ? { op: GatewayOpcodes.Reconnect, d: null } : { op: GatewayOpcodes.InvalidSession, d: false };
    case GatewayOpcodes.Hello: {
      if (greeted) return null;
      const interval = typeof d === 'object' && d !== null && 'heartbeat_interval' in d ? d.heartbeat_interval : null;
      return typeof interval === 'number' && interval >= 1 && interval <= longestInterval ? packet : { op: GatewayOpcodes.Hello, d: { heartbeat_interval: usualInterval } };
    }
    default: return packet;
  }
}

function guard(shard: Shard, failed: () => void): void {
  const unpack = methodOf(shard, 'unpackMessage');
  const handle = methodOf(shard, 'onMessage');
  const beat = methodOf(shard, 'heartbeat');
  const connectionNow = (): unknown => Reflect.get(shard, 'connection');
  let greeted: unknown = null;
  Reflect.set(shard, 'heartbeat', async (...given: readonly unknown[]): Promise<void> => {
    const connection = connectionNow();
    if (isOpen(connection)) await beat(given).catch(failed);
    // Whoever waits for it would go on for a connection that is gone.
    if (!isOpen(connection) || connectionNow() !== connection) await new Promise<never>(() => undefined);
  });
  Reflect.set(shard, 'unpackMessage', async (...given: readonly unknown[]): Promise<unknown> => {
    const connection = connectionNow();
    const packet = tolerable(await unpack(given), shard.status, greeted === connection);
    if (typeof packet === 'object' && packet !== null && 'op' in packet && packet.op === GatewayOpcodes.Hello) greeted = connection;
    return packet;
  });
  Reflect.set(shard, 'onMessage', async (...given: readonly unknown[]): Promise<void> => {
    try {
      await handle(given);
    } catch {
      failed();
    }
  });
}

/** `WebSocket.OPEN`; to touch the global itself would load one more HTTP client (docs/decisions.md). */
const open = 1;

function isOpen(connection: unknown): boolean {
  return typeof connection === 'object' && connection !== null && 'readyState' in connection && connection.readyState === open;
}

function methodOf(shard: Shard, name: string): (given: readonly unknown[]) => Promise<unknown> {
  const method: unknown = Reflect.get(shard, name);
  if (typeof method !== 'function') throw new Error(`@discordjs/ws has no ${name} any more: shards.ts must follow it.`);
  return async (given) => { const result: unknown = await Reflect.apply(method, shard, given); return result; };
}
