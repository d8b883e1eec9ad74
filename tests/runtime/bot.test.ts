import { describe, expect, it } from 'vitest';
import type { Decide, Effect } from '../../src/conversation/effect.ts';
import type { Event, PersonEvent, TextEvent } from '../../src/conversation/event.ts';
import { noReading, type Reading, type Understand } from '../../src/conversation/reading.ts';
import { createBot } from '../../src/runtime/bot.ts';
import { createDirect } from '../../src/runtime/direct.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { fakeAdapter } from './fake-adapter.ts';
import { fakeStore, type Person } from './fake-store.ts';
import { quiet, simulatedClock } from './simulated-clock.ts';

const danger: Reading = { ...noReading, intent: 'crisis.self-harm', decision: 'answer', safety: { tier: 'hard', kind: 'crisis.self-harm', who: 'self', when: 'now' } };

/** Reads "end my life", also in pieces. */
const understand: Understand = (text, earlier) => [...earlier, text].join(' ').includes('end my life') ? danger : noReading;

function setUp({ loaded = true, reads = understand }: { readonly loaded?: boolean; readonly reads?: Understand } = {}) {
  const store = fakeStore();
  const adapter = fakeAdapter();
  const clock = simulatedClock();
  const metrics = createMetrics();
  const direct = createDirect([adapter], clock, silentLog, metrics);
  const readings: (Reading | null)[] = [];
  const committed: (readonly Effect[])[] = [];
  const apologies: string[] = [];
  let effects: readonly Effect[] = [{ kind: 'say', to: 'here', cls: 'reply', messages: [{ kind: 'text', text: 'hello' }] }];
  let understood: Understand | null = loaded ? reads : null;
  let load: () => void = () => undefined;
  const ready = new Promise<void>(resolve => { load = () => { understood = reads; resolve(); }; });
  const decide = (event: Event, reading: Reading | null): Decide<Person, null> => ({
    needs: () => [],
    step(before) {
      readings.push(reading);
      const heard = [...(before.person?.heard ?? []), 'text' in event ? event.text : event.kind];
      return { after: { person: { turns: (before.person?.turns ?? 0) + 1, heard, taken: store.takes ? { of: 1 } : null }, place: null }, effects };
    },
  });
  const bot = createBot<Person, null>({
    store, decide, clock, metrics, log: silentLog, understand: () => understood, ready: () => ready,
    committed: done => void committed.push(done),
    replyDirectly: (event, reading) => direct(event, [{ kind: 'text', text: `lines for ${reading.safety?.kind}` }], 'safety'),
    apologise: async event => void apologies.push(event.id),
  });
  let count = 0;
  const text = (words: string, more: Partial<TextEvent> = {}): TextEvent => {
    count += 1;
    return { kind: 'text', id: `e${count}`, at: clock.now(), person: 'terminal:me', here: { kind: 'terminal', id: 'me' }, locale: 'en', text: words, via: 'message', ...more };
  };
  return { store, adapter, clock, metrics, bot, readings, committed, apologies, text, load: () => load(), say: (next: readonly Effect[]) => { effects = next; } };
}

describe('a turn', () => {
  it('is one commit, and gives the count that was committed', async () => {
    const { bot, text, store } = setUp();
    expect(await bot.receive(text('one'))).toMatchObject({ outcome: 'done', turn: 1, silent: false });
    expect(await bot.receive(text('two'))).toMatchObject({ outcome: 'done', turn: 2 });
    expect(store.people.get('terminal:me')?.heard).toEqual(['one', 'two']);
  });

  it('that was seen before changes nothing and has no count', async () => {
    const { bot, text } = setUp();
    const event = text('one');
    await bot.receive(event);
    expect(await bot.receive(event)).toMatchObject({ outcome: 'seen', turn: null });
  });

  it('tells the platform when it says nothing there', async () => {
    const { bot, text, say } = setUp();
    say([]);
    expect(await bot.inbox(text('one'))).toBe('silent');
    say([{ kind: 'say', to: 'here', cls: 'reply', messages: [] }]);
    expect(await bot.inbox(text('two'))).toBeUndefined();
  });

  it('is read before it is decided, together with the pieces of the last two minutes', async () => {
    const { bot, text, readings, clock } = setUp();
    await bot.receive(text('i want to end'));
    await clock.pass(119_000);
    await bot.receive(text('my life'));
    await bot.receive(text('my life', { person: 'terminal:somebody-else' }));
    expect(readings.map(reading => reading?.safety?.kind ?? null)).toEqual([null, 'crisis.self-harm', null]);
  });

  it('is not read joined after two minutes', async () => {
    const { bot, text, readings, clock } = setUp();
    await bot.receive(text('i want to end'));
    await clock.pass(120_000);
    await bot.receive(text('my life'));
    expect(readings.at(-1)?.safety).toBeNull();
  });

  it('does not join an edit with what it replaces', async () => {
    const { bot, text, readings } = setUp();
    await bot.receive(text('i want to end', { via: 'edit' }));
    await bot.receive(text('my life'));
    expect(readings.at(-1)?.safety).toBeNull();
  });

  it('does not join what was written before a press, or before a choice that was typed, with what comes after it', async () => {
    const { bot, text, readings, store } = setUp();
    await bot.receive(text('i want to end'));
    const { text: _, via: __, ...base } = text('');
    await bot.receive({ ...base, kind: 'press', press: { kind: 'open', what: 'menu', id: '' }, ref: 'm1', public: false });
    await bot.receive(text('my life'));
    expect(readings.at(-1)?.safety).toBeNull();
    await bot.receive(text('i want to end'));
    store.takes = true;
    await bot.receive(text('the second'));
    store.takes = false;
    await bot.receive(text('my life'));
    expect(readings.at(-1)?.safety).toBeNull();
  });

  it('forgets the pieces of somebody who is forgotten', async () => {
    const { bot, text, readings, say } = setUp();
    say([{ kind: 'forget' }]);
    await bot.receive(text('i want to end'));
    await bot.receive(text('my life'));
    expect(readings.at(-1)?.safety).toBeNull();
  });

  it('goes on without a reading when understanding breaks', async () => {
    const { bot, text, readings } = setUp({ reads: () => { throw new Error('model'); } });
    expect(await bot.receive(text('hello'))).toMatchObject({ outcome: 'done' });
    expect(readings).toEqual([noReading]);
  });

  it('of a command does not wait for the model, of a text does, and the order of one person stays', async () => {
    const { bot, text, store, load } = setUp({ loaded: false });
    const command = (name: string): PersonEvent => { const { kind: _, text: __, via: ___, ...common } = text(''); return { ...common, kind: 'command', name, options: {} }; };
    await bot.receive(command('start'));
    expect(store.turns).toHaveLength(1);
    const late = [bot.receive(text('one')), bot.receive(command('help')), bot.receive(text('two'))];
    await quiet();
    expect(store.turns).toHaveLength(1);
    load();
    await Promise.all(late);
    expect(store.people.get('terminal:me')?.heard).toEqual(['command', 'one', 'command', 'two']);
  });

  it('that is set aside gets an apology, and words for a danger where one was read', async () => {
    const { bot, text, store, adapter, apologies } = setUp();
    const [plain, dire] = [text('hello'), text('end my life')];
    store.poison.add(plain.id).add(dire.id);
    expect(await bot.receive(plain)).toMatchObject({ outcome: 'set-aside', turn: null });
    await bot.receive(dire);
    expect(apologies).toEqual([plain.id]);
    expect(adapter.texts).toEqual(['lines for crisis.self-harm']);
  });
});

describe('while the database takes nothing', () => {
  it('only the fixed safety reply leaves, at most once a minute a route', async () => {
    const { bot, text, store, adapter, clock, metrics } = setUp();
    store.full = true;
    expect(await bot.receive(text('hello'))).toMatchObject({ outcome: 'unavailable', turn: null });
    expect(adapter.texts).toEqual([]);
    await bot.receive(text('end my life'));
    await clock.pass(59_000);
    await bot.receive(text('i said end my life'));
    expect(adapter.texts).toEqual(['lines for crisis.self-harm']);
    await bot.receive(text('end my life', { person: 'terminal:you', here: { kind: 'terminal', id: 'you' } }));
    expect(adapter.texts).toHaveLength(2);
    await clock.pass(1_000);
    await bot.receive(text('end my life'));
    expect(adapter.texts).toHaveLength(3);
    expect(metrics.text()).toContain('mend_turns_unavailable_total 5');
  });

  it('the inbox keeps each event until it is durable, in order, and then goes on', async () => {
    const { bot, text, store, clock, adapter } = setUp();
    store.full = true;
    const received = ['one', 'two', 'three'].map(words => bot.inbox(text(words)));
    await clock.pass(3_000);
    received.push(bot.inbox(text('four')));
    await clock.pass(1_000);
    expect(store.turns).toEqual([]);
    store.full = false;
    await clock.pass(30_000);
    await Promise.all(received);
    expect(store.people.get('terminal:me')?.heard).toEqual(['one', 'two', 'three', 'four']);
    expect(adapter.texts).toEqual([]);
  });

  it('somebody in danger does not wait behind a message that cannot be kept', async () => {
    const { bot, text, store, clock, adapter } = setUp();
    store.full = true;
    void bot.inbox(text('one'));
    await clock.pass(2_000);
    const dire = bot.inbox(text('end my life'));
    await quiet();
    expect(adapter.texts).toEqual(['lines for crisis.self-harm']);
    store.full = false;
    await clock.pass(20_000);
    await dire;
    expect(adapter.texts).toHaveLength(1);
    expect(store.people.get('terminal:me')?.turns).toBe(2);
  });

  it('a reply for which the platform asks to wait sets out again then, and is given up at last', async () => {
    const { bot, text, store, adapter, clock } = setUp();
    store.full = true;
    adapter.answer = () => ({ settled: { kind: 'retry', at: clock.now() + 7_000 } });
    await bot.receive(text('end my life'));
    await clock.pass(6_999);
    expect(adapter.began).toHaveLength(1);
    adapter.answer = () => ({ settled: { kind: 'sent', refs: [] } });
    await clock.pass(60_001);
    expect(adapter.began).toHaveLength(2);
    adapter.answer = () => ({ settled: { kind: 'retry', at: clock.now() + 60_000 } });
    await bot.receive(text('end my life'));
    await clock.pass(3_600_000);
    expect(adapter.began).toHaveLength(13);
    expect(clock.waiting).toBe(0);
  });

  it('while a reply waits for its time, no second one sets out beside it, and it is counted when it was sent', async () => {
    const { bot, text, store, adapter, clock, metrics } = setUp();
    const counted = (): number => Number(/^mend_direct_safety_total (\d+)/m.exec(metrics.text())?.[1] ?? 0);
    store.full = true;
    const opens = clock.now() + 90_000;
    adapter.answer = () => ({ settled: clock.now() < opens ? { kind: 'retry', at: opens } : { kind: 'sent', refs: [] } });
    await bot.receive(text('end my life'));
    await clock.pass(70_000);
    await bot.receive(text('i said end my life'));
    expect([adapter.began.length, counted()]).toEqual([1, 0]);
    await clock.pass(20_000);
    expect([adapter.began.length, counted()]).toEqual([2, 1]);
    await clock.pass(59_000);
    await bot.receive(text('end my life'));
    expect(adapter.began).toHaveLength(2);
    await clock.pass(1_000);
    await bot.receive(text('end my life'));
    expect([adapter.began.length, counted()]).toEqual([3, 2]);
  });

  it('a clock that is set back does not keep a route closed', async () => {
    const { bot, text, store, adapter, clock } = setUp();
    store.full = true;
    await bot.receive(text('end my life'));
    await clock.set(clock.now() - 86_400_000);
    await clock.pass(60_000);
    await bot.receive(text('end my life'));
    expect(adapter.began).toHaveLength(2);
  });

  it('a reply that could not be sent may be tried again at once', async () => {
    const { bot, text, store, adapter } = setUp();
    store.full = true;
    adapter.answer = () => ({ settled: { kind: 'closed' } });
    await bot.receive(text('end my life'));
    adapter.answer = () => ({ settled: { kind: 'sent', refs: [] } });
    await bot.receive(text('end my life'));
    expect(adapter.began).toHaveLength(2);
  });

  it('an event that is not durable at the stop is never answered, so the platform brings it again', async () => {
    const { bot, text, store, clock } = setUp();
    store.full = true;
    let answered = false;
    void bot.inbox(text('one')).then(() => { answered = true; });
    await clock.pass(1_000);
    bot.stop();
    await clock.pass(60_000);
    expect(answered).toBe(false);
    // Nothing is tried any more that could be done behind the platform's back.
    expect(clock.waiting).toBe(0);
  });

  it('the retries are calm', async () => {
    const { bot, text, store, clock, metrics } = setUp();
    store.full = true;
    void bot.inbox(text('one'));
    await clock.pass(60_000);
    expect(Number(/unavailable_total (\d+)/.exec(metrics.text())?.[1])).toBeLessThan(25);
  });
});
