import { describe, expect, it } from 'vitest';
import type { TroubleEvent } from '../../src/conversation/event.ts';
import type { SayClass } from '../../src/conversation/effect.ts';
import type { Delivery } from '../../src/adapters/adapter.ts';
import { createCourier } from '../../src/runtime/courier.ts';
import { createLog, silentLog } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { fakeAdapter } from './fake-adapter.ts';
import { fakeStore } from './fake-store.ts';
import { quiet, simulatedClock } from './simulated-clock.ts';

function setUp() {
  const store = fakeStore();
  const adapter = fakeAdapter();
  const clock = simulatedClock();
  const metrics = createMetrics();
  const troubles: TroubleEvent[] = [];
  const lines: string[] = [];
  let wakes = 0;
  const courier = createCourier({ store, adapters: [adapter], clock, log: createLog('warn', line => void lines.push(line)), metrics, trouble: async event => void troubles.push(event), wakeTimers: () => { wakes += 1; } });
  return { wakes: () => wakes, lines, store, adapter, clock, metrics, troubles, courier };
}

describe('the courier', () => {
  it('brings what is queued and settles it', async () => {
    const { store, adapter, courier } = setUp();
    store.queue({ id: 1 });
    store.queue({ id: 2 });
    courier.wake();
    await courier.idle();
    expect(adapter.texts).toEqual(['words 1', 'words 2']);
    expect(store.settled.map(each => [each.id, each.outcome.kind])).toEqual([[1, 'sent'], [2, 'sent']]);
  });

  it('keeps the order in a lane and sends one at a time there', async () => {
    const { store, adapter, courier } = setUp();
    for (let id = 1; id <= 20; id += 1) store.queue({ id, lane: 'one' });
    adapter.answer = async () => { await quiet(); return { settled: { kind: 'sent', refs: [] } }; };
    courier.wake();
    await courier.idle();
    expect(adapter.began).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(adapter.most.get('one')).toBe(1);
  });

  it('does not let a slow lane hold up the others', async () => {
    const { store, adapter, courier } = setUp();
    let release: (delivery: Delivery) => void = () => undefined;
    adapter.answer = parcel => parcel.lane === 'slow' ? new Promise(resolve => { release = resolve; }) : { settled: { kind: 'sent', refs: [] } };
    store.queue({ id: 1, lane: 'slow' });
    for (let id = 2; id <= 40; id += 1) store.queue({ id, lane: `lane-${id}` });
    courier.wake();
    await quiet();
    await quiet();
    expect(store.settled).toHaveLength(39);
    release({ settled: { kind: 'sent', refs: [] } });
    await courier.idle();
    expect(store.settled).toHaveLength(40);
  });

  it('sends safety first', async () => {
    const { store, adapter, courier } = setUp();
    store.queue({ id: 1, lane: 'me' });
    store.queue({ id: 2, lane: 'me' });
    store.queue({ id: 3, lane: 'me', cls: 'safety' });
    courier.wake();
    await courier.idle();
    expect(adapter.began).toEqual([3, 1, 2]);
  });

  it('waits exactly as long as the platform asked, and not before', async () => {
    const { store, adapter, clock, courier, wakes } = setUp();
    adapter.answer = parcel => parcel.attempt === 1 ? { settled: { kind: 'retry', at: clock.now() + 7_000 } } : { settled: { kind: 'sent', refs: [] } };
    store.queue({ id: 1 });
    courier.wake();
    await courier.idle();
    courier.wake();
    await courier.idle();
    expect(adapter.began).toEqual([1]);
    // Whoever waits for what is due hears of the new time at once.
    expect(wakes()).toBe(1);
    await clock.pass(7_000);
    courier.wake();
    await courier.idle();
    expect(adapter.began).toEqual([1, 1]);
  });

  it.each<[SayClass, boolean]>([['safety', true], ['reply', false], ['reminder', false], ['post', false]])('when the result of a send is unknown, sends %s again: %s', async (cls, again) => {
    const { store, adapter, metrics, wakes, lines, courier } = setUp();
    adapter.answer = parcel => parcel.attempt === 1 ? { settled: { kind: 'unknown', again: false } } : { settled: { kind: 'sent', refs: [] } };
    store.queue({ id: 1, cls });
    courier.wake();
    await courier.idle();
    expect(adapter.began).toHaveLength(again ? 2 : 1);
    expect(metrics.text()).toContain(`mend_sends_unknown_total{class="${cls}"} 1`);
    expect(lines.map(line => JSON.parse(line) as unknown)).toMatchObject([{ level: 'warn', msg: expect.stringContaining(again ? 'It is sent again' : 'It is not sent again') as string, kind: cls }]);
    expect(lines.join('')).not.toContain('terminal:me');
    // The store notes that a message may be missing, as something that is due at once.
    expect(wakes()).toBe(again ? 0 : 1);
  });

  it('sends again what the platform recognises by its nonce, and gives up after five unknown results', async () => {
    const { store, adapter, courier, wakes } = setUp();
    adapter.answer = () => ({ settled: { kind: 'unknown', again: true } });
    store.queue({ id: 1 });
    courier.wake();
    await courier.idle();
    expect(adapter.began).toHaveLength(5);
    expect(wakes()).toBe(1);
  });

  it('brings what it learned back as an event with an id of its own', async () => {
    const { store, adapter, courier, troubles, clock } = setUp();
    adapter.answer = () => ({ settled: { kind: 'closed' }, trouble: { what: 'blocked' } });
    store.queue({ id: 1, nonce: 'n1' });
    courier.wake();
    await courier.idle();
    expect(troubles).toEqual([{ kind: 'trouble', id: 'trouble:n1:1', at: clock.now(), subject: 'terminal:me', what: 'blocked' }]);
    expect(adapter.began).toHaveLength(1);
  });

  it('whoever waits for a message that the platform does not take as it is hears with the next one that it may be missing', async () => {
    const { store, adapter, courier, troubles } = setUp();
    adapter.answer = () => ({ settled: { kind: 'closed' } });
    store.queue({ id: 1, nonce: 'n1' });
    store.queue({ id: 2, nonce: 'n2', subject: 'telegram-place:-1' });
    store.queue({ id: 3, nonce: 'n3', work: [{ kind: 'delete', refs: ['1'] }] });
    courier.wake();
    await courier.idle();
    expect(troubles).toMatchObject([{ id: 'trouble:n1:1', subject: 'terminal:me', what: 'maybe-missing' }]);
  });

  it('counts an adapter that breaks as an unknown result', async () => {
    const { store, adapter, courier } = setUp();
    adapter.answer = () => { throw new Error('socket'); };
    store.queue({ id: 1 });
    courier.wake();
    await courier.idle();
    expect(store.settled[0]?.outcome).toEqual({ kind: 'unknown', again: false });
  });

  it('hands on how far a parcel got, whatever became of it', async () => {
    const { store, adapter, courier } = setUp();
    adapter.answer = () => ({ settled: { kind: 'unknown', again: false, progress: { calls: 1, refs: ['m1'] } } });
    store.queue({ id: 1 });
    courier.wake();
    await courier.idle();
    expect(store.settled[0]?.outcome).toEqual({ kind: 'unknown', again: false, progress: { calls: 1, refs: ['m1'] } });
  });

  it('leaves parcels of a platform that is not served for later', async () => {
    const { store, adapter, clock, courier } = setUp();
    store.queue({ id: 1, route: { kind: 'telegram', id: '7' } });
    courier.wake();
    await courier.idle();
    expect(adapter.began).toEqual([]);
    expect(store.settled[0]?.outcome).toEqual({ kind: 'retry', at: clock.now() + 60_000 });
  });

  it('goes on by itself after the disk was full', async () => {
    const { store, adapter, clock, courier } = setUp();
    store.queue({ id: 1 });
    store.full = true;
    courier.wake();
    await clock.pass(10_000);
    expect(adapter.began).toEqual([]);
    expect(store.claims).toBeLessThan(15);
    store.full = false;
    await clock.pass(1_000);
    expect(adapter.texts).toEqual(['words 1']);
  });

  it('writes down what was sent before the disk was full, and does not send it again', async () => {
    const { store, adapter, clock, courier } = setUp();
    adapter.answer = () => { store.full = true; return { settled: { kind: 'sent', refs: ['r1'] } }; };
    store.queue({ id: 1 });
    courier.wake();
    await clock.pass(5_000);
    store.full = false;
    await clock.pass(2_000);
    expect(adapter.began).toEqual([1]);
    expect(store.settled).toEqual([{ id: 1, outcome: { kind: 'sent', refs: ['r1'] } }]);
  });

  it('stops when everything on its way has arrived, and claims no more', async () => {
    const { store, adapter, courier } = setUp();
    let release: (delivery: Delivery) => void = () => undefined;
    adapter.answer = () => new Promise(resolve => { release = resolve; });
    store.queue({ id: 1, lane: 'me' });
    store.queue({ id: 2, lane: 'me' });
    courier.wake();
    await quiet();
    const stopped = courier.stop();
    release({ settled: { kind: 'sent', refs: [] } });
    await stopped;
    expect(store.settled.map(each => each.id)).toEqual([1]);
    expect(adapter.began).toEqual([1]);
  });
});

describe('a platform that limits how much may set out', () => {
  it('gets no more claimed than may go, so that what waits is not yet on its way', async () => {
    const store = fakeStore();
    const clock = simulatedClock();
    let room = 2;
    const passed: number[][] = [];
    const adapter = { ...fakeAdapter(), gate: { open: () => room, opensIn: () => 40, passed: (ids: readonly number[]) => { passed.push([...ids]); room -= ids.length; } } };
    const began: number[] = [];
    const deliver = async (parcel: { readonly id: number }): Promise<Delivery> => { began.push(parcel.id); return { settled: { kind: 'sent', refs: [] } }; };
    const courier = createCourier({ store, adapters: [{ ...adapter, deliver }], clock, log: silentLog, metrics: createMetrics(), trouble: () => Promise.resolve(), wakeTimers: () => undefined });
    for (let id = 1; id <= 5; id += 1) store.queue({ id });
    courier.wake();
    await courier.idle();
    expect(began).toEqual([1, 2]);
    room = 1;
    store.queue({ id: 6, cls: 'safety' });
    await clock.pass(40);
    expect(began).toEqual([1, 2, 6]);
    room = 9;
    await clock.pass(40);
    expect(began).toEqual([1, 2, 6, 3, 4, 5]);
    expect(passed.flat()).toEqual(began);
  });
});
