/**
 * Words that nobody means well with, in every field of a packet that holds words, a hundred thousand of them: what `hostile.ts` does through Discord on
 * loopback, without the network. Packets go through the adapter's own reading, the turn, the store, the outbox and the adapter's own calls; in place
 * of REST a list takes the bodies, as the JSON that would leave, and each is checked by the documentation's schema and rules.
 */
import type { REST } from '@discordjs/rest';
import type { APIInteraction, APIMessage } from 'discord-api-types/v10';
import { callsInChannel, callsOnInteraction, type Wire } from '../../../src/adapters/discord/calls.ts';
import { carry } from '../../../src/adapters/delivery.ts';
import { failureOf } from '../../../src/adapters/discord/failure.ts';
import { receiveInteraction, receiveMessage } from '../../../src/adapters/discord/receive.ts';
import { render } from '../../../src/adapters/discord/render.ts';
import { modal } from '../../../src/adapters/discord/respond.ts';
import { assemble } from '../../../src/commands/assembly.ts';
import { openBotStore } from '../../../src/commands/files.ts';
import { suggestionsFrom } from '../../../src/commands/suggestions.ts';
import type { Config } from '../../../src/config.ts';
import type { Event } from '../../../src/conversation/event.ts';
import type { Library } from '../../../src/conversation/knowledge.ts';
import type { Understand } from '../../../src/conversation/reading.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createMetrics } from '../../../src/runtime/metrics.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { hostileLines } from '../../process/hostile-lines.ts';
import { more } from './hostile.ts';
import type { Json } from './json.ts';
import { brokenBy } from './rules.ts';
import { against } from './specification/against.ts';

export interface HostileHere {
  readonly inputs: number;
  /** Turns, forms that opened and lists of suggestions; the rest holds nothing that could be answered. */
  readonly turns: number; readonly forms: number; readonly suggestions: number;
  readonly sends: number; readonly pinging: number; readonly bad: readonly string[];
  /** Turns that the store set aside, and packets that threw. */
  readonly setAside: number; readonly thrown: number;
  /** ms from packet to the body that would leave. */
  readonly times: readonly number[];
  /** The same in ms of the processor, all threads of this process: what does not depend on who else uses the machine. */
  readonly cpu: readonly number[];
}

const guild = '500000000000000001';
const channel = '600000000000000001';
/** So many inputs of one person, then somebody new. */
const each = 40;

export async function hostileHere(parts: { readonly library: Library; readonly understand: Understand }, count: number, seed: number, say: (line: string) => void = () => undefined): Promise<HostileHere> {
  const config = { db: ':memory:', keyFile: ':memory:', keysMirror: null } as unknown as Config;
  let [sends, pinging, setAside, thrown, turns, forms, suggestions, ids] = [0, 0, 0, 0, 0, 0, 0, 0];
  const bad = new Set<string>();
  const times: number[] = [];
  const cpu: number[] = [];
  const buttons: string[] = [];

  /** As it would leave, and as it would come to rest at Discord. */
  function left(method: string, path: string, given: unknown, kind: Parameters<typeof brokenBy>[0]['kind'], files: readonly { readonly name: string; readonly data: Buffer }[] = []): void {
    const body = JSON.parse(JSON.stringify(given)) as Json;
    const sent = { kind, body: kind === 'modal' || kind === 'suggestions' ? body['data'] as Json : body, files: files.map(({ name, data }) => ({ name, size: data.length })), ...(kind === 'edit' ? { before: { flags: 0, files: new Map<string, string>() } } : {}) };
    for (const sentence of [...against(method, path, body, true), ...brokenBy(sent).map(({ says }) => says)]) bad.add(`${method} ${path.replaceAll(/\d{5,}/gu, '#')}: ${sentence}`);
    if (kind !== 'message' && kind !== 'edit') return;
    sends += 1;
    if (JSON.stringify(body['allowed_mentions']) !== '{"parse":[]}') pinging += 1;
    for (const [, wire = ''] of JSON.stringify(body).matchAll(/"custom_id":"([^"\\]*)"/gu)) buttons.push(wire);
    if (buttons.length > 200) buttons.splice(0, buttons.length - 50);
  }
  type Options = { readonly body?: unknown; readonly files?: readonly { readonly name: string; readonly data: Buffer }[] };
  const made = (): Promise<unknown> => Promise.resolve({ id: String(800_000_000_000_000_000n + BigInt(ids += 1)), channel_id: channel, components: [] });
  const rest = {
    post(path: string, { body, files }: Options) { left('POST', path, body, 'message', files); return made(); },
    patch(path: string, { body, files }: Options) { left('PATCH', path, body, 'edit', files); return made(); },
    get: made, delete: () => Promise.resolve(null),
  } as unknown as REST;
  const wire: Wire = { rest, unbound: rest, now: Date.now, render: (messages) => Promise.resolve(render(messages, new Map())), direct: (user) => Promise.resolve(`1${user}`), shown: new Map() };

  let wake = (): void => undefined;
  const metrics = createMetrics();
  const store = openBotStore(config, { wake: () => wake() });
  const { bot, courier } = assemble({
    store, library: () => parts.library, operator: { name: 'Mend', contact: 'Ada', cover: 'houseplants' }, understand: () => parts.understand, ready: () => Promise.resolve(), log: silentLog, metrics, clock: systemClock,
    adapters: [{
      name: 'discord', routes: ['discord-interaction', 'discord-dm', 'discord-channel'], start: () => Promise.resolve(), stop: () => Promise.resolve(),
      async deliver(parcel) {
        const { route } = parcel;
        const calls = route.kind === 'discord-interaction' ? await callsOnInteraction(parcel, route, wire) : await callsInChannel(parcel, () => Promise.resolve(channel), wire);
        return carry(parcel, calls, failureOf, Date.now);
      },
    }],
  });
  wake = courier.wake;

  async function turn(event: Event | null): Promise<void> {
    if (event === null) return;
    turns += 1;
    if ((await bot.receive(event)).outcome === 'set-aside') setAside += 1;
    await courier.idle();
  }
  async function interact(data: object): Promise<void> {
    ids += 1;
    const packet = { id: `8${ids}`, token: `t${ids}`, application_id: '900000000000000001', version: 1, locale: 'en-GB', channel_id: channel, ...data } as unknown as APIInteraction;
    const incoming = receiveInteraction(packet, { at: Date.now(), app: '900000000000000001', missing: () => null });
    if (incoming === null) return;
    switch (incoming.kind) {
      case 'turn': return turn(incoming.event);
      case 'form': forms += 1; return left('POST', '/interactions/1/t/callback', modal(incoming), 'modal');
      case 'complete': suggestions += 1; return left('POST', '/interactions/1/t/callback', { type: 8, data: { choices: suggestionsFrom(parts.library, incoming.asked).slice(0, 25) } }, 'suggestions');
      default: incoming satisfies never;
    }
  }

  const lines = [...more, ...hostileLines(Math.max(0, count - more.length), seed).toString('utf8').split('\n').slice(0, -1)].slice(0, count);
  for (const [index, words] of lines.entries()) {
    const id = String(770_000_000_000_000_000n + BigInt(Math.floor(index / each)));
    const user = { id, username: words, global_name: words };
    const inServer = { guild_id: guild, context: 0, authorizing_integration_owners: { 0: guild }, member: { user, nick: words, permissions: index % 3 === 0 ? '32' : '0', roles: [] } };
    const inDirect = { user, context: 1, authorizing_integration_owners: { 0: '0' } };
    const where = index % 2 === 0 ? inServer : inDirect;
    const option = (name: string, value: string, rest_: object = {}): object => ({ name, type: 3, value, ...rest_ });
    const slash = (name: string, ...options: readonly object[]): object => ({ type: 2, ...where, data: { id: '1', name, type: 1, options } });
    const message = (content: string, edited: string | null = null): APIMessage => ({ id: `9${index}`, channel_id: `1${id}`, author: user, content, edited_timestamp: edited, attachments: [{ filename: words }], flags: 0 }) as unknown as APIMessage;
    const pressed = (custom_id: string, type = 2): object => ({ type: 3, ...where, data: type === 2 ? { custom_id, component_type: 2 } : { custom_id: words, component_type: 3, values: [custom_id] }, message: { id: '1', channel_id: channel, flags: 64, components: [{ type: 1, components: [{ type: 2, custom_id, label: words }] }] } });
    const newest = buttons.at(-1 - (index % 7)) ?? '';
    const form = buttons.findLast((button) => button.startsWith('f|')) ?? `f|${index % 9}~300`;
    const tries: readonly (() => Promise<void>)[] = [
      () => turn(receiveMessage(message(words), false, Date.now())),
      () => turn(receiveMessage(message(words, '2026-03-02T20:00:00Z'), true, Date.now())),
      () => interact(slash('ask', option('question', words))),
      () => interact(slash('exercise', option('name', words))),
      () => interact(slash('support', option('country', words), option('kind', words))),
      () => interact(slash(words, option(words, words))),
      () => interact({ type: 4, ...where, data: { id: '1', name: index % 2 ? 'exercise' : 'weekly', type: 1, options: [option(index % 2 ? 'name' : 'timezone', words, { focused: true })] } }),
      () => interact(pressed(words)),
      () => interact(pressed(newest, index % 4 === 0 ? 3 : 2)),
      () => interact(pressed(form)),
      () => interact({ type: 5, ...where, data: { custom_id: form.split('~')[0], components: [{ type: 18, component: { type: 4, custom_id: 'text', value: words } }] } }),
      () => interact({ ...slash('weekly', { name: 'schedule', type: 1, options: ['day', 'time', 'timezone', 'question-set'].map((name) => option(name, words)).concat([{ name: 'channel', type: 7, value: channel }]) }), ...inServer }),
      () => interact({ type: 2, ...inServer, data: { id: '1', name: words, type: 3, target_id: '1', resolved: { messages: { 1: message(words) } } } }),
    ];
    const started = performance.now();
    const used = process.cpuUsage();
    try {
      await tries[index % tries.length]?.();
    } catch (error) {
      thrown += 1;
      bad.add(`thrown: ${error instanceof Error ? error.name : ''} in field ${index % tries.length}`);
    }
    times.push(performance.now() - started);
    const { user: own, system } = process.cpuUsage(used);
    cpu.push((own + system) / 1000);
    if ((index + 1) % 10_000 === 0) say(`${index + 1} of ${lines.length}; ${sends} sends`);
  }
  await courier.stop();
  await store.close();
  return { inputs: lines.length, turns, forms, suggestions, sends, pinging, bad: [...bad], setAside, thrown, times, cpu };
}
