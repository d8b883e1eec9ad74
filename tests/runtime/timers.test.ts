import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/conversation/event.ts';
import type { Receipt } from '../../src/runtime/bot.ts';
import type { Doubt } from '../../src/runtime/doubt.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createTimers } from '../../src/runtime/timers.ts';
import { fakeStore } from './fake-store.ts';
import { simulatedClock } from './simulated-clock.ts';

const day = 86_400_000;
/** A clock that nobody doubts; the others: doubt.test.ts. */
const doubt: Doubt = { look: () => Promise.resolve({ waits: null, sweeps: true }) };

function setUp(outcome: () => Receipt['outcome'] = () => 'done') {
  const store = fakeStore();
  const clock = simulatedClock();
  const fired: { readonly id: string; readonly at: number }[] = [];
  let wakes = 0;
  const timers = createTimers({
    store, clock, log: silentLog, doubt, wakeCourier: () => { wakes += 1; },
    async receive(event) {
      const now = outcome();
      fired.push({ id: event.id, at: clock.now() });
      if (now === 'done') store.timers.splice(store.timers.findIndex(timer => timer.event.id === event.id), 1);
      return { outcome: now, turn: null, reading: null, silent: false };
    },
  });
  const set = (id: string, due: number): void => {
    const event: Event = { kind: 'due', id, at: due, subject: 'terminal:me', name: 'check-in', due };
    store.timers.push({ event, due });
  };
  return { store, clock, timers, fired, set, wakes: () => wakes };
}

describe('timers', () => {
  it('bring what became due while the process was away', async () => {
    const { timers, clock, fired, set } = setUp();
    for (let index = 0; index < 100; index += 1) set(`late-${index}`, clock.now() - day);
    timers.start();
    await clock.pass(0);
    expect(fired).toHaveLength(100);
  });

  it('leave as much time to others as they take, where many are due at once', async () => {
    const { store, clock } = setUp();
    const starts: number[] = [];
    const begun = clock.now();
    const timers = createTimers({
      store, clock, log: silentLog, doubt, wakeCourier: () => undefined,
      async receive(event) {
        starts.push(clock.now() - begun);
        await new Promise<void>(resolve => { clock.after(10, resolve); });
        store.timers.splice(store.timers.findIndex(timer => timer.event.id === event.id), 1);
        return { outcome: 'done', turn: null, reading: null, silent: false };
      },
    });
    for (let index = 0; index < 70; index += 1) store.timers.push({ due: begun, event: { kind: 'due', id: `due-${index}`, at: begun, subject: 'terminal:me', name: 'check-in', due: begun } });
    timers.start();
    await clock.pass(1000);
    expect(starts).toHaveLength(70);
    expect([...new Set(starts)]).toEqual([0, 20, 40]);
  });

  it('fire when they are due and not before', async () => {
    const { timers, clock, fired, set } = setUp();
    const due = clock.now() + 10_000;
    set('soon', due);
    timers.start();
    await clock.pass(9_999);
    expect(fired).toEqual([]);
    await clock.pass(1);
    expect(fired).toEqual([{ id: 'soon', at: due }]);
  });

  it('wait for months without a timer that Node cannot hold', async () => {
    const { timers, clock, fired, set, store } = setUp();
    const due = clock.now() + 90 * day;
    set('far', due);
    timers.start();
    await clock.pass(89 * day);
    expect(fired).toEqual([]);
    await clock.pass(day);
    expect(fired).toEqual([{ id: 'far', at: due }]);
    expect(store.sweeps).toBeGreaterThan(2_000);
  });

  it('notice one that was set while they wait', async () => {
    const { timers, clock, fired, set } = setUp();
    timers.start();
    await clock.pass(10);
    set('new', clock.now() + 1_000);
    timers.wake();
    await clock.pass(1_000);
    expect(fired.map(each => each.id)).toEqual(['new']);
  });

  it.each<Receipt['outcome']>(['unavailable', 'seen'])('are calm when a turn is %s', async outcome => {
    const { timers, clock, fired, set } = setUp(() => outcome);
    set('stuck', clock.now());
    timers.start();
    await clock.pass(60_000);
    expect(fired.length).toBeGreaterThan(1);
    expect(fired.length).toBeLessThan(15);
  });

  it('wake the courier for a retry that is due, without a busy loop', async () => {
    const { timers, clock, store, wakes } = setUp();
    store.queue({ id: 1 });
    await store.claim(clock.now(), 1);
    await store.settle(1, { kind: 'retry', at: clock.now() + 7_000 });
    timers.start();
    await clock.pass(7_000);
    expect(wakes()).toBe(1);
    await clock.pass(60_000);
    expect(wakes()).toBeLessThan(25);
  });

  it('do not sleep over a second retry while the courier takes the first', async () => {
    const { timers, clock, store, wakes } = setUp();
    for (const [id, after] of [[1, 7_000], [2, 8_000]] as const) {
      store.queue({ id });
      await store.claim(clock.now(), 1);
      await store.settle(id, { kind: 'retry', at: clock.now() + after });
    }
    timers.start();
    await clock.pass(7_000);
    await store.claim(clock.now(), 1);
    const before = wakes();
    await clock.pass(1_000);
    expect(wakes()).toBe(before + 1);
  });

  it('sweep within a minute of the start, then every hour', async () => {
    const { timers, clock, store } = setUp();
    timers.start();
    await clock.pass(60_000);
    expect(store.sweeps).toBe(1);
    await clock.pass(10 * 3_600_000);
    expect(store.sweeps).toBe(11);
  });

  it('stop for good', async () => {
    const { timers, clock, fired, set } = setUp();
    set('later', clock.now() + 1_000);
    timers.start();
    await clock.pass(10);
    await timers.stop();
    timers.wake();
    await clock.pass(day);
    expect(fired).toEqual([]);
    expect(clock.waiting).toBe(0);
  });
});
