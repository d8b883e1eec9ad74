import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { dateToldBy } from '../../src/runtime/date-told.ts';
import { createDoubt, type Trust } from '../../src/runtime/doubt.ts';
import { silentLog } from '../../src/runtime/log.ts';
import type { KeptTime } from '../../src/store/store.ts';
import { simulatedClock, type SimulatedClock } from './simulated-clock.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 22, 12);
const year = 365 * day;

/** A machine that is switched on and off, with a clock and perhaps a platform beside it. */
function machine(platform: (now: number) => number | null = () => null) {
  let kept: KeptTime | null = null;
  let clock: SimulatedClock = simulatedClock(start);
  let writes = 0;
  let asked = 0;
  const dateTold = () => { asked += 1; return Promise.resolve(platform(clock.now())); };
  const store = { keptTime: () => Promise.resolve(kept), keepTime: (time: KeptTime) => { kept = time; writes += 1; return Promise.resolve(); } };
  let doubt = createDoubt({ clock, store, dateTold, log: silentLog });
  return {
    look: () => doubt.look(),
    async runs(ms: number, step = ms > 2 * hour ? hour : 60_000): Promise<Trust> {
      let last = await doubt.look();
      for (let left = ms; left > 0; left -= step) {
        await clock.pass(Math.min(left, step));
        last = await doubt.look();
      }
      return last;
    },
    leaps: (ms: number) => clock.set(clock.now() + ms),
    setTo: (at: number) => clock.set(at),
    /** Off, and on again with this clock. */
    startsAt(at: number) {
      clock = simulatedClock(at);
      doubt = createDoubt({ clock, store, dateTold, log: silentLog });
    },
    now: () => clock.now(), writes: () => writes, asked: () => asked, kept: () => kept,
  };
}
const believed: Trust = { waits: null, sweeps: true };

describe('a clock that goes on as clocks do', () => {
  it('is believed, and nobody is asked for the date', async () => {
    const on = machine();
    expect(await on.runs(3 * day)).toEqual(believed);
    expect(on.asked()).toBe(0);
  });

  it('is written down at most every ten minutes', async () => {
    const on = machine();
    await on.runs(10 * hour, 60_000);
    expect(on.writes()).toBeLessThanOrEqual(61);
    expect(on.writes()).toBeGreaterThan(55);
  });

  it('is believed after less than a day off, and when it is moved by two hours', async () => {
    const on = machine();
    await on.runs(hour);
    on.startsAt(on.now() + 20 * hour);
    expect(await on.look()).toEqual(believed);
    await on.leaps(-2 * hour);
    expect(await on.look()).toEqual(believed);
    on.startsAt(on.now() - 2 * hour);
    expect(await on.look()).toEqual(believed);
    expect(on.asked()).toBe(0);
  });
});

describe.each([['while it runs', 'leaps'], ['between two starts', 'starts']] as const)('a clock that leaps %s', (_, how) => {
  async function leapt(ms: number, platform?: (now: number) => number | null): Promise<ReturnType<typeof machine>> {
    const on = machine(platform);
    await on.runs(hour);
    if (how === 'leaps') await on.leaps(ms); else on.startsAt(on.now() + ms);
    return on;
  }

  it.each([['8 days', 8 * day], ['3 weeks', 21 * day]])('%s on, with nobody to ask: what is due goes on, and the sweep waits for a week', async (__, ms) => {
    const on = await leapt(ms);
    expect(await on.look()).toEqual({ waits: null, sweeps: false });
    expect(await on.runs(7 * day - hour)).toEqual({ waits: null, sweeps: false });
    expect(await on.runs(hour)).toEqual(believed);
  });

  it.each([['a year on', year], ['a year back', -year], ['8 days back', -8 * day]])('%s, with nobody to ask: what it made due waits for a quarter of an hour, the sweep for a week', async (__, ms) => {
    const on = await leapt(ms);
    const at = on.now();
    expect(await on.look()).toEqual({ waits: at, sweeps: false });
    expect(await on.runs(14 * 60_000)).toEqual({ waits: at, sweeps: false });
    expect(await on.runs(60_000)).toEqual({ waits: null, sweeps: false });
    expect(await on.runs(6 * day)).toEqual({ waits: null, sweeps: false });
    expect(await on.runs(day)).toEqual(believed);
  });

  it.each([['a year on', year], ['3 weeks on', 21 * day], ['a year back', -year]])('%s, and the platform tells the same date: it is believed at once', async (__, ms) => {
    const on = await leapt(ms, (now) => now - 30_000);
    expect(await on.look()).toEqual(believed);
    expect(on.asked()).toBe(1);
  });

  it('a year on, and the platform tells another date: what is due waits for a day, and the sweep for ever', async () => {
    const on = await leapt(year, (now) => now - year);
    const at = on.now();
    expect(await on.runs(day - hour)).toEqual({ waits: at, sweeps: false });
    expect(await on.runs(hour)).toEqual({ waits: null, sweeps: false });
    expect(await on.runs(30 * day)).toEqual({ waits: null, sweeps: false });
  });

  it('a year on, and is set right: it is believed again at once, without being asked for', async () => {
    const on = await leapt(year);
    await on.runs(hour);
    await on.setTo(on.now() - year);
    expect(await on.look()).toEqual(believed);
  });

  it('a year on, and is started again and again: it stays in doubt', async () => {
    const on = await leapt(year);
    const at = on.now();
    for (let starts = 0; starts < 5; starts += 1) {
      expect(await on.look()).toEqual({ waits: at, sweeps: false });
      on.startsAt(on.now() + 60_000);
    }
    expect(on.kept()?.sure).toBe(start + hour);
  });

  it('a year on, and the next start has the right time: it is believed', async () => {
    const on = await leapt(year);
    await on.runs(hour);
    on.startsAt(start + 5 * hour);
    expect(await on.look()).toEqual(believed);
  });

  it('twice while it runs: the week begins anew with the second', async () => {
    const on = await leapt(year);
    await on.runs(6 * day);
    await on.leaps(year);
    expect(await on.runs(7 * day - hour)).toMatchObject({ sweeps: false });
    expect(await on.runs(hour)).toEqual(believed);
  });
});

it.each([['2 days', 2 * day], ['5 weeks', 35 * day]])('a machine that sleeps for %s again and again is swept in the end', async (_, sleep) => {
  const on = machine();
  await on.runs(hour);
  let sweeps = 0;
  for (const end = on.now() + 400 * day; on.now() < end;) {
    await on.leaps(sleep);
    if ((await on.runs(8 * hour)).sweeps) sweeps += 1;
  }
  expect(sweeps).toBeGreaterThan(4);
});

it('who starts it for a moment once a week is swept in the end', async () => {
  const on = machine();
  await on.look();
  const swept: boolean[] = [];
  for (let week = 1; week <= 4; week += 1) {
    on.startsAt(start + week * 7 * day);
    swept.push((await on.look()).sweeps);
  }
  expect(swept).toEqual([false, true, false, true]);
});

it('a platform that cannot be reached is asked again after half a minute, not at every look', async () => {
  let reached: number | null = null;
  const on = machine(() => reached);
  await on.runs(hour);
  on.startsAt(start + year);
  for (let looks = 0; looks < 20; looks += 1) await on.look();
  expect(on.asked()).toBe(1);
  reached = start + year;
  expect(await on.runs(60_000)).toEqual(believed);
});

it('a disk that takes nothing is no reason to stop', async () => {
  const clock = simulatedClock(start);
  const doubt = createDoubt({ clock, dateTold: () => Promise.resolve(null), log: silentLog, store: { keptTime: () => Promise.resolve(null), keepTime: () => Promise.reject(new Error('full')) } });
  expect(await doubt.look()).toEqual(believed);
});

describe('the date that a platform tells', () => {
  it('is read from any answer, also from a refusal; the next platform is asked where one does not answer', async () => {
    const server = createServer((_, response) => { response.writeHead(404, { date: 'Sun, 22 Nov 2026 12:00:00 GMT' }).end('no'); });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await dateToldBy([`http://127.0.0.1:${port}/api/v10/gateway`])).toBe(start);
    expect(await dateToldBy(['http://127.0.0.1:1/', `http://127.0.0.1:${port}/`])).toBe(start);
    server.closeAllConnections();
    server.close();
    expect(await dateToldBy(['http://127.0.0.1:1/'])).toBeNull();
    expect(await dateToldBy([])).toBeNull();
  });

  it('is nothing where an answer has none', async () => {
    const server = createServer((_, response) => { response.sendDate = false; response.end('{}'); });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const address = server.address();
    expect(await dateToldBy([`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`])).toBeNull();
    server.closeAllConnections();
    server.close();
  });
});
