import { describe, expect, it } from 'vitest';
import { allowed, openPace, TooSoon, type Pace } from '../../src/adapters/telegram/pace.ts';

/** A clock that stands still but for what is waited for. */
function paced(): { readonly pace: Pace; readonly sent: { readonly chat: string; readonly at: number }[]; send(chat: string, urgent?: boolean): Promise<void>; pass(ms: number): void } {
  let at = 1_000_000;
  const sent: { chat: string; at: number }[] = [];
  let waited = 0;
  const pace = openPace(allowed, () => at, (ms) => { waited = ms; return Promise.resolve(); });
  return {
    pace, sent, pass(ms) { at += ms; },
    async send(chat, urgent = false) {
      for (;;) {
        waited = 0;
        try {
          await pace.turn(chat, -1, urgent);
          return void sent.push({ chat, at: at + waited });
        } catch (error) {
          // The outbox brings it again when it was told to.
          if (!(error instanceof TooSoon)) throw error;
          at += error.ms;
        }
      }
    },
  };
}

/** The most that fell into any span of so many ms. */
function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + ms).length));
}

describe('the pace of what is sent', () => {
  it('is never more than 30 a second to everybody', async () => {
    const { send, sent } = paced();
    for (let chat = 1; chat <= 300; chat += 1) await send(String(chat));
    expect(mostWithin(sent.map((each) => each.at), 1000)).toBeLessThanOrEqual(30);
    expect(sent[299]?.at).toBeLessThan(1_000_000 + 300 * 41);
  });

  it('lets the few messages of one turn go at once, and is one a second to a chat after that', async () => {
    const { send, sent, pass } = paced();
    pass(5_000);
    for (let index = 0; index < 30; index += 1) await send('7');
    expect((sent[2]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeCloseTo(0, 3);
    expect((sent[29]?.at ?? 0) - (sent[6]?.at ?? 0)).toBeCloseTo(23_000, 3);
  });

  it('is never more than 20 a minute to a group', async () => {
    const { send, sent } = paced();
    for (let index = 0; index < 60; index += 1) await send('-100');
    expect(mostWithin(sent.map((each) => each.at), 60_000)).toBeLessThanOrEqual(20);
  });

  it('never holds up safety', async () => {
    const { send, sent } = paced();
    for (let index = 0; index < 20; index += 1) await send('7');
    const before = sent.at(-1)?.at;
    await send('7', true);
    await send('7', true);
    expect(sent.at(-1)?.at).toBe(before);
  });

  it('holds a message for a moment only; what must wait for longer goes back to the outbox, and does not count', async () => {
    const { pace, pass } = paced();
    pass(60_000);
    for (let index = 0; index < 6; index += 1) { pass(40); await pace.turn('7', -1, false); }
    pace.gate.passed([1]);
    const open = pace.gate.open();
    await expect(pace.turn('7', 1, false)).rejects.toMatchObject({ ms: 800 });
    expect(pace.gate.open()).toBe(open + 1);
    pass(800);
    await pace.turn('7', -1, false);
  });

  it('opens the gate for as many as may go, and again when one may', () => {
    const { pace, pass } = paced();
    pass(60_000);
    const open = pace.gate.open();
    // A long rest is no reason for a rush.
    expect(open).toBe(allowed.all.burst);
    pace.gate.passed(Array.from({ length: open }, (_, index) => index));
    expect(pace.gate.open()).toBe(0);
    pass(pace.gate.opensIn());
    expect(pace.gate.open()).toBe(1);
  });

  it('counts the first message of a parcel once: at the gate', async () => {
    const { pace, send, sent, pass } = paced();
    pass(10_000);
    pace.gate.passed([1, 2, 3]);
    await pace.turn('1', 1, false);
    await pace.turn('2', 2, false);
    await pace.turn('3', 3, false);
    await send('4');
    expect(sent[0]?.at).toBeCloseTo(1_010_040, 3);
  });
});
