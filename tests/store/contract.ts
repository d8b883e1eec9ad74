/** What every store must do, whatever it is built on. Run it with a factory. */
import { expect, it } from 'vitest';
import type { Effect } from '../../src/conversation/effect.ts';
import type { Event, PersonId } from '../../src/conversation/event.ts';
import { ann, ben, count, deciding, group, noon, say, seen, text, type TestStore } from './sample.ts';

/** `open(now)`: a fresh store each time; `now` is its clock. */
export function storeContract(open: (now: () => number) => TestStore): void {
  const fresh = (): TestStore => open(() => noon);

  it('keeps the document of a turn for the next one', async () => {
    const store = fresh();
    await store.turn(text(ann), count());
    await store.turn(text(ann), count());
    expect((await seen(store, text(ann))).person).toEqual({ n: 2 });
    expect((await seen(store, text(ben))).person).toBeNull();
  });

  it('handles an event once, also when it comes three times at once', async () => {
    const store = fresh();
    const event = text(ann);
    const outcomes = await Promise.all([1, 2, 3].map(() => store.turn(event, count(say('once')))));
    expect(outcomes.toSorted()).toEqual(['done', 'seen', 'seen']);
    expect(await store.turn(event, count(say('once')))).toBe('seen');
    expect(await store.claim(noon, 10)).toHaveLength(1);
  });

  it('keeps the order of one person and counts every turn of many', async () => {
    const store = fresh();
    const people = Array.from({ length: 20 }, (_, i): PersonId => `telegram:${100 + i}`);
    await Promise.all(people.flatMap((person) => Array.from({ length: 10 }, () => store.turn(text(person), count()))));
    for (const person of people) expect((await seen(store, text(person))).person).toEqual({ n: 10 });
  });

  it('a turn that throws is set aside after its tries, and the others of its group stand', async () => {
    const store = fresh();
    const poison = text(ann, 'a secret sentence');
    let tries = 0;
    const outcomes = await Promise.all([
      store.turn(text(ben), count()),
      store.turn(poison, deciding(() => { tries += 1; throw new TypeError('a secret sentence'); })),
      store.turn(text('telegram:3'), count()),
    ]);
    expect(outcomes).toEqual(['done', 'set-aside', 'done']);
    expect(tries).toBeGreaterThanOrEqual(5);
    expect(await store.turn(poison, count())).toBe('seen');
    expect(store.setAside()).toHaveLength(1);
    expect(JSON.stringify(store.setAside())).not.toContain('secret');
    expect(store.setAside()[0]).toMatchObject({ code: 'TypeError' });
  });

  it('one parcel of a lane is in flight; safety goes first, then the oldest', async () => {
    const store = fresh();
    await store.turn(text(ann), count(say('first')));
    await store.turn(text(ann), count(say('second')));
    await store.turn(text(ben), count(say('other')));
    await store.turn(text(ann), count(say('help', { cls: 'safety' })));
    const [help, other, ...none] = await store.claim(noon, 10);
    expect([wordsOf(help), wordsOf(other), none]).toEqual(['help', 'other', []]);
    expect(await store.claim(noon, 10)).toEqual([]);
    await store.settle(help?.id ?? 0, { kind: 'sent', refs: ['1'] });
    const [first] = await store.claim(noon, 10);
    expect(wordsOf(first)).toBe('first');
    await store.settle(first?.id ?? 0, { kind: 'retry', at: noon + 5000 });
    expect(await store.claim(noon + 4999, 10)).toEqual([]);
    expect(await store.nextDue()).toBe(noon + 5000);
    const [again] = await store.claim(noon + 5000, 10);
    expect(again).toMatchObject({ id: first?.id, nonce: first?.nonce, attempt: 2 });
    await store.settle(again?.id ?? 0, { kind: 'closed' });
    expect(wordsOf((await store.claim(noon + 5000, 10))[0])).toBe('second');
  });

  it('a parcel that was put off remembers what was done of it, also for the next process', async () => {
    const store = fresh();
    await store.turn(text(ann, 'words', { ref: 'mine1' }), count(say('one'), say('two'), say('three')));
    const [parcel] = await store.claim(noon, 1);
    expect(parcel).not.toHaveProperty('progress');
    await store.settle(parcel?.id ?? 0, { kind: 'retry', at: noon, progress: { calls: 1, refs: ['m1'] } });
    const [second] = await store.claim(noon, 1);
    expect(second).toMatchObject({ id: parcel?.id, progress: { calls: 1, refs: ['m1'] } });
    await store.settle(second?.id ?? 0, { kind: 'unknown', again: true, progress: { calls: 2, refs: ['m1', 'm2'] } });
    const [third] = await store.claim(noon, 1);
    expect(third).toMatchObject({ id: parcel?.id, progress: { calls: 2, refs: ['m1', 'm2'] } });
    await store.settle(third?.id ?? 0, { kind: 'unknown', again: false });
    // What had arrived before is found when the person hides.
    await store.turn(text(ann, 'hide', { ref: 'mine2' }), count({ kind: 'hide' }));
    const [deletion] = await store.claim(noon, 1);
    expect(deletion?.work).toEqual([{ kind: 'delete', refs: ['mine1', 'm1', 'm2', 'mine2'] }]);
  });

  it('who hid while a parcel waited for its retry gets no more of it, and what had arrived goes', async () => {
    const store = fresh();
    await store.turn(text(ann, 'words', { ref: 'mine1' }), count(say('one'), say('two')));
    const [late] = await store.claim(noon, 1);
    await store.turn(text(ann, 'hide', { ref: 'mine2' }), count(say('the weather is fine'), { kind: 'hide' }));
    await store.settle(late?.id ?? 0, { kind: 'retry', at: noon, progress: { calls: 1, refs: ['m1'] } });
    const deleted: string[] = [];
    const covers: unknown[] = [];
    const words: string[] = [];
    for (let parcels = await store.claim(noon, 1); parcels.length > 0; parcels = await store.claim(noon, 1)) {
      for (const parcel of parcels) {
        for (const work of parcel.work) if (work.kind === 'delete') deleted.push(...work.refs); else if (work.kind === 'send') words.push(wordsOf(parcel)); else covers.push(work);
        await store.settle(parcel.id, { kind: 'sent', refs: [] });
      }
    }
    expect(words).toEqual(['the weather is fine']);
    expect(deleted.toSorted()).toEqual(['m1', 'mine1', 'mine2']);
    expect(covers).toEqual([{ kind: 'cover', on: true }]);
  });

  it('clearing the chat by the clock deletes what both sides wrote, covers nothing, and stops nothing that waits', async () => {
    const store = fresh();
    await store.turn(text(ann, 'words', { ref: 'mine1' }), count(say('one'), { kind: 'remind', name: 'clear', at: noon }));
    const [sent] = await store.claim(noon, 1);
    await store.settle(sent?.id ?? 0, { kind: 'sent', refs: ['m1'] });
    await store.turn(text(ann, 'more', { ref: 'mine2' }), count(say('two')));
    for (const event of await store.due(noon, 1)) await store.turn(event, count({ kind: 'clear', what: 'chat' }));
    const [waiting] = await store.claim(noon, 1);
    expect(wordsOf(waiting)).toBe('two');
    await store.settle(waiting?.id ?? 0, { kind: 'sent', refs: ['m2'] });
    expect((await store.claim(noon, 1))[0]?.work).toEqual([{ kind: 'delete', refs: ['mine1', 'm1'] }]);
  });

  it('one message of the person\'s own can be taken out alone', async () => {
    const store = fresh();
    await store.turn(text(ann, 'lantern', { ref: 'mine1' }), count(say('It is open.'), { kind: 'clear', what: 'own' }));
    const [words] = await store.claim(noon, 1);
    await store.settle(words?.id ?? 0, { kind: 'sent', refs: ['m1'] });
    expect((await store.claim(noon, 1))[0]?.work).toEqual([{ kind: 'delete', refs: ['mine1'] }]);
  });

  it('coming back takes the cover away', async () => {
    const store = fresh();
    await store.turn(text(ann, 'blue door'), count(say('You are back.'), { kind: 'unhide' }));
    const [words] = await store.claim(noon, 1);
    await store.settle(words?.id ?? 0, { kind: 'sent', refs: [] });
    expect((await store.claim(noon, 1))[0]?.work).toEqual([{ kind: 'cover', on: false }]);
  });

  it.each(['command', 'unreadable'] as const)('the message of a %s is found when its sender hides; one in a group is not theirs to hide', async (kind) => {
    const store = fresh();
    const base = { at: noon, person: ann, here: { kind: 'telegram', id: '1' }, locale: 'en' } as const;
    const sent = (id: string, ref: string, more: object = {}): Event =>
      kind === 'command' ? { ...base, ...more, kind, id, ref, name: 'menu', options: {} } : { ...base, ...more, kind, id, ref, what: 'voice' };
    await store.turn(sent('a', 'mine1'), count());
    await store.turn(sent('b', 'mine2'), count(say('heard')));
    await store.turn(sent('c', 'group1', { place: group, here: { kind: 'telegram', id: '-9' } }), count());
    const [reply] = await store.claim(noon, 1);
    await store.settle(reply?.id ?? 0, { kind: 'sent', refs: ['theirs'] });
    await store.turn(text(ann, 'hide', { ref: 'mine3', here: base.here }), count({ kind: 'hide' }));
    const [deletion] = await store.claim(noon, 1);
    expect(deletion?.work.flatMap((work) => (work.kind === 'delete' ? work.refs : [])).toSorted()).toEqual(['mine1', 'mine2', 'mine3', 'theirs']);
  });

  it('people who wait for a reply come before reminders and posts, and in one lane the order stays', async () => {
    const store = fresh();
    await store.turn(text(ann), count(say('reminder', { cls: 'reminder' })));
    await store.turn(text(ann), count(say('behind it')));
    await store.turn(text(ben), count(say('reply')));
    expect((await store.claim(noon, 1)).map(wordsOf)).toEqual(['reply']);
    expect((await store.claim(noon, 9)).map(wordsOf)).toEqual(['reminder']);
  });

  it('what one turn says to one place is one parcel, in order', async () => {
    const store = fresh();
    await store.turn(text(ann), count(say('one'), { kind: 'mark', ref: '7', chosen: 'yes' }, say('two')));
    const [parcel, ...none] = await store.claim(noon, 10);
    expect(none).toEqual([]);
    expect(parcel?.work.map((work) => work.kind)).toEqual(['send', 'mark', 'send']);
    expect(parcel?.nonce.length).toBeLessThanOrEqual(25);
  });

  it('a send that may not have arrived comes back as news for the conversation, unless it may be repeated', async () => {
    const store = fresh();
    await store.turn(text(ann), count(say('reply')));
    await store.turn(text(ben), count(say('help', { cls: 'safety' })));
    const claimed = await store.claim(noon, 10);
    for (const parcel of claimed) await store.settle(parcel.id, { kind: 'unknown', again: parcel.cls === 'safety' });
    expect((await store.claim(noon, 10)).map(wordsOf)).toEqual(['help']);
    const [trouble, ...none] = await store.due(noon, 10);
    expect([trouble, none]).toMatchObject([{ kind: 'trouble', subject: ann, what: 'maybe-missing' }, []]);
    await store.turn(trouble as Event, count());
    expect(await store.due(noon, 10)).toEqual([]);
  });

  it('an expired route holds a parcel until the person has a new private one', async () => {
    const store = fresh();
    const discord: PersonId = 'discord:5';
    const here = { kind: 'discord-interaction', app: '1', id: '1', token: 'old', until: noon } as const;
    await store.turn(text(discord, 'hi', { here }), count(say('late')));
    const [parcel] = await store.claim(noon, 10);
    await store.settle(parcel?.id ?? 0, { kind: 'hold', until: noon + 1000 });
    expect(await store.claim(noon, 10)).toEqual([]);
    await store.turn(text(discord, 'again', { here: { ...here, token: 'new' } }), count());
    expect(await store.claim(noon, 10)).toMatchObject([{ id: parcel?.id, route: { token: 'new' } }]);
  });

  it('a timer fires as an event, once, and its turn removes it', async () => {
    const store = fresh();
    await store.turn(text(ann), count({ kind: 'remind', name: 'check-in', at: noon + 10 }, { kind: 'remind', name: 'wait', at: noon + 20 }));
    expect(await store.nextDue()).toBe(noon + 10);
    expect(await store.due(noon + 9, 10)).toEqual([]);
    const [due] = await store.due(noon + 10, 10);
    expect(due).toMatchObject({ kind: 'due', subject: ann, name: 'check-in', due: noon + 10 });
    expect(await store.turn(due as Event, count(say('hello again', { to: 'direct' })))).toBe('done');
    expect(await store.turn(due as Event, count())).toBe('seen');
    expect(await store.claim(noon, 1)).toMatchObject([{ route: { kind: 'telegram', id: ann } }]);
    expect(await store.nextDue()).toBe(noon + 20);
    await store.turn(text(ann), count({ kind: 'cancel', name: 'all' }));
    expect(await store.nextDue()).toBeNull();
  });

  it('a timer that is set again to the same time in its own turn fires again', async () => {
    const store = fresh();
    await store.turn(text(ann), count({ kind: 'remind', name: 'wait', at: noon }));
    const [first] = await store.due(noon, 10);
    await store.turn(first as Event, count({ kind: 'remind', name: 'wait', at: noon }));
    const [second] = await store.due(noon, 10);
    expect(second).toMatchObject({ name: 'wait', due: noon });
    expect(await store.turn(second as Event, count())).toBe('done');
    expect(await store.due(noon, 10)).toEqual([]);
  });

  it('while the clock is in doubt, what its leap made due and what belongs to communities waits', async () => {
    const store = fresh();
    await store.turn(text(ann), count({ kind: 'remind', name: 'check-in', at: noon }, { kind: 'remind', name: 'wait', at: noon + 10 }));
    await store.turn(text(ben, 'hi', { place: group }), deciding(() => ({ place: { n: 1 }, effects: [{ kind: 'remind', name: 'weekly-open:1', at: noon + 5 }] })));
    expect(namesOf(await store.due(noon + 20, 10, noon))).toEqual(['wait']);
    expect(namesOf(await store.due(noon + 20, 10)).toSorted()).toEqual(['check-in', 'wait', 'weekly-open:1']);
  });

  it('while the clock is in doubt, however many timers of communities are due, those of people come', async () => {
    const store = fresh();
    const opens = (many: number): readonly Effect[] => Array.from({ length: many }, (_, i) => ({ kind: 'remind', name: `weekly-open:${i}`, at: noon + 5 }));
    await store.turn(text(ben, 'hi', { place: group }), deciding(() => ({ place: { n: 1 }, effects: opens(450) })));
    await store.turn(text(ann), count({ kind: 'remind', name: 'check-in', at: noon + 6 }, { kind: 'remind', name: 'wait', at: noon + 7 }));
    expect(namesOf(await store.due(noon + 20, 32, noon))).toEqual(['check-in', 'wait']);
    expect(namesOf(await store.due(noon + 20, 1, noon))).toEqual(['check-in']);
    expect(await store.due(noon + 20, 32)).toHaveLength(32);
  });

  it('a retry does not wait for a time that the clock has gone back from', async () => {
    const store = fresh();
    await store.turn(text(ann), count(say('late')));
    const [parcel] = await store.claim(noon, 1);
    await store.settle(parcel?.id ?? 0, { kind: 'retry', at: noon + 5_000 });
    expect(await store.claim(noon + 1, 1)).toEqual([]);
    expect(await store.claim(noon - 7_200_000, 1)).toHaveLength(1);
  });

  it('keeps what is known of the clock', async () => {
    const store = fresh();
    expect(await store.keptTime()).toBeNull();
    await store.keepTime({ sure: noon, seen: noon + 5, since: noon + 3 });
    expect(await store.keptTime()).toEqual({ sure: noon, seen: noon + 5, since: noon + 3 });
  });

  it('who wrote by a clock that was wrong expires by the right one, neither at once nor years later', async () => {
    const day = 86_400_000;
    const store = fresh();
    await store.keepTime({ sure: noon, seen: noon, since: null });
    await store.turn({ ...text(ann), at: noon - 365 * day }, count());
    await store.turn({ ...text(ben), at: noon + 365 * day }, count());
    await store.sweep(noon + day);
    expect((await seen(store, text(ann))).person).toEqual({ n: 1 });
    expect((await seen(store, text(ben))).person).toEqual({ n: 1 });
    await store.sweep(noon + 190 * day);
    expect((await seen(store, text(ann))).person).toBeNull();
    expect((await seen(store, text(ben))).person).toBeNull();
  });

  it('keeps the newest records of a kind and drops the oldest', async () => {
    const store = fresh();
    const keep = (i: number): Effect => ({ kind: 'keep', record: { id: `r${i}`, kind: 'promise', at: noon + i, data: { i } } });
    await store.turn(text(ann), count(...Array.from({ length: 53 }, (_, i) => keep(i)), { kind: 'discard', record: 'r10' }));
    const { found } = await seen(store, text(ann), [{ kind: 'records', of: 'promise', last: 100 }]);
    expect(found.records.map((record) => record.id)).toEqual(Array.from({ length: 50 }, (_, i) => `r${i + 3}`).filter((id) => id !== 'r10'));
    expect((await seen(store, text(ann), [{ kind: 'records', of: 'check-in', last: 5 }])).found.records).toEqual([]);
  });

  it('a person counts once in a weekly slot, and under five people nothing remains of it', async () => {
    const store = fresh();
    const part = (i: number, slot: string): Promise<unknown> => store.turn(text(`discord:${i}`, 'x', { place: group }), count({ kind: 'take-part', slot, values: { trust: i } }));
    for (const i of [1, 2, 3, 4, 4]) await part(i, '2026-11-15');
    for (const i of [1, 2, 2, 3, 8, 8, 9, 9, 10, 10, 11, 12]) await part(i, '2026-11-22');
    const inPlace = text('discord:8', 'x', { place: group });
    expect((await seen(store, inPlace, [{ kind: 'slot', slot: '2026-11-22' }])).found.slot).toEqual({ people: 8, mine: true, open: true });
    await store.turn(text('discord:1', 'x', { place: group }), count({ kind: 'close-slot', slot: '2026-11-15' }, { kind: 'close-slot', slot: '2026-11-22' }));
    await part(99, '2026-11-22');
    const { found } = await seen(store, text('discord:8', 'x', { place: group }), [{ kind: 'results', last: 5 }, { kind: 'slot', slot: '2026-11-22' }]);
    expect(found.results).toEqual([{ slot: '2026-11-15', people: 0, bands: {} }, { slot: '2026-11-22', people: 5, bands: {} }]);
    expect(found.slot).toEqual({ people: 0, mine: false, open: false });
  });

  it('a post with a tag leaves once for ever', async () => {
    const store = fresh();
    const post = say('question of the week', { to: 'channel', cls: 'post', tag: '2026-11-22' });
    for (let i = 0; i < 3; i += 1) await store.turn(text(ann, 'x', { place: group }), deciding(() => ({ place: { n: 1 }, effects: [post] })));
    expect(await store.claim(noon, 10)).toHaveLength(1);
  });

  it('a tagged message can be revised where it was sent', async () => {
    const store = fresh();
    await store.turn(text(ann, 'x', { place: group }), deciding(() => ({ place: { n: 1 }, effects: [say('week', { to: 'channel', cls: 'post', tag: 'w' })] })));
    const [post] = await store.claim(noon, 1);
    await store.settle(post?.id ?? 0, { kind: 'sent', refs: ['m1'] });
    await store.turn(text(ben, 'x', { place: group }), count({ kind: 'revise', tag: 'w', message: { kind: 'text', text: '5 people' } }));
    expect(await store.claim(noon, 1)).toMatchObject([{ route: post?.route, subject: group, work: [{ kind: 'revise', ref: 'm1', message: { text: '5 people' } }] }]);
  });

  it('hiding deletes what both sides wrote, drops what waits, and deletes what arrives late', async () => {
    const store = fresh();
    await store.turn(text(ann, 'words', { ref: 'mine1' }), count(say('sent')));
    const [sent] = await store.claim(noon, 1);
    await store.settle(sent?.id ?? 0, { kind: 'sent', refs: ['theirs1'] });
    await store.turn(text(ann, 'words', { ref: 'mine2' }), count(say('on its way')));
    const [late] = await store.claim(noon, 1);
    await store.turn(text(ann, 'words', { ref: 'mine3' }), count(say('queued')));
    await store.turn(text(ann, 'hide', { ref: 'mine4' }), count(say('the weather is fine'), { kind: 'hide' }));
    await store.settle(late?.id ?? 0, { kind: 'sent', refs: ['theirs2'] });
    const deleted: string[] = [];
    const words: string[] = [];
    for (let parcels = await store.claim(noon, 1); parcels.length > 0; parcels = await store.claim(noon, 1)) {
      for (const parcel of parcels) {
        for (const work of parcel.work) {
          if (work.kind === 'delete') deleted.push(...work.refs);
          else if (work.kind === 'send') words.push(wordsOf(parcel));
        }
        await store.settle(parcel.id, { kind: 'sent', refs: [] });
      }
    }
    expect(words).toEqual(['the weather is fine']);
    expect(deleted.toSorted()).toEqual(['mine1', 'mine2', 'mine3', 'mine4', 'theirs1', 'theirs2']);
  });

  it('forgetting leaves nothing, and its receipt still arrives', async () => {
    const store = fresh();
    await store.turn(text(ann), count(say('waits'), { kind: 'remind', name: 'check-in', at: noon }, { kind: 'keep', record: { id: 'r', kind: 'result', at: noon, data: 1 } }));
    await store.turn(text(ann), count(say('It is gone.'), { kind: 'forget' }));
    expect(await store.read(ann)).toBeNull();
    expect(await store.due(noon, 10)).toEqual([]);
    const receipts = await store.claim(noon, 10);
    expect(receipts.map(wordsOf)).toEqual(['It is gone.']);
    await store.settle(receipts[0]?.id ?? 0, { kind: 'sent', refs: ['9'] });
    expect((await seen(store, text(ann))).person).toBeNull();
    expect(await store.read(ann)).toBeNull();
    await store.turn(text(ann), count());
    expect((await seen(store, text(ann))).person).toEqual({ n: 1 });
  });

  it('forgetting from outside can be repeated', async () => {
    const store = fresh();
    await store.turn(text(ann), count());
    await store.erase(ann);
    await store.erase(ann);
    await store.erase(ben);
    expect(await store.read(ann)).toBeNull();
  });

  it('everything kept of a person can be read', async () => {
    const store = fresh();
    await store.turn(text(ann), count({ kind: 'remind', name: 'check-in', at: noon + 1 }, { kind: 'keep', record: { id: 'r', kind: 'result', at: noon, data: 'kept words' } }));
    expect(await store.read(ann)).toMatchObject({ person: ann, conversation: { n: 1 }, records: [{ id: 'r', data: 'kept words' }], reminders: [{ name: 'check-in', at: noon + 1 }] });
    expect(await store.read(ben)).toBeNull();
  });

  it('people go 180 days after their last contact, handled events are known for 72 hours', async () => {
    let now = noon;
    const store = open(() => now);
    const event = text(ann);
    await store.turn(event, count());
    now += 71 * 3_600_000;
    await store.sweep(now);
    expect(await store.turn(event, count())).toBe('seen');
    now = noon + 179 * 86_400_000;
    await store.turn(text(ben, 'x', { at: now }), count());
    await store.sweep(now);
    expect(await store.read(ann)).not.toBeNull();
    now += 3 * 86_400_000;
    await store.sweep(now);
    expect(await store.read(ann)).toBeNull();
    expect(await store.read(ben)).not.toBeNull();
    expect(await store.turn(event, count())).toBe('done');
  });

  it('a post or a reminder that could not leave for a day is dropped', async () => {
    const store = fresh();
    await store.turn(text(ann), count(say('is now a good time', { cls: 'reminder' })));
    await store.turn(text(ben), count(say('reply')));
    const parcels = await store.claim(noon + 25 * 3_600_000, 10);
    expect(parcels.map(wordsOf)).toEqual(['reply']);
  });

  it('the audit of a place tells who changed what, and who was refused', async () => {
    const store = fresh();
    await store.turn(text(ann, 'x', { place: group }), count({ kind: 'audit', what: 'schedule set', denied: false }, { kind: 'audit', what: 'stop', denied: true }));
    const { found } = await seen(store, text(ann, 'x', { place: group }), [{ kind: 'audit', last: 10 }]);
    expect(found.audit).toMatchObject([{ at: noon, what: 'schedule set', denied: false, by: ann }, { at: noon, what: 'stop', denied: true }]);
    expect(found.audit[1]?.by).toMatch(/^[0-9a-f]{8}$/u);
  });

  it('the same refusal again within the hour is not written again', async () => {
    const store = fresh();
    for (let i = 0; i < 5; i += 1) await store.turn(text(ben, 'x', { place: group }), count({ kind: 'audit', what: 'stop', denied: true }));
    const { found } = await seen(store, text(ann, 'x', { place: group }), [{ kind: 'audit', last: 10 }]);
    expect(found.audit).toHaveLength(1);
  });

  it('tallies count by key alone', async () => {
    const store = fresh();
    for (let i = 0; i < 3; i += 1) await store.turn(text(ann), count({ kind: 'tally', metric: 'unanswered', key: 'how * trust' }));
    await store.turn(text(ben), count({ kind: 'tally', metric: 'unanswered', key: 'other' }));
    expect(store.tallies.all('unanswered')).toEqual([{ key: 'how * trust', n: 3 }, { key: 'other', n: 1 }]);
  });
}

function wordsOf(parcel: Awaited<ReturnType<TestStore['claim']>>[number] | undefined): string {
  return parcel?.work.flatMap((work) => (work.kind === 'send' ? work.messages.map((message) => message.text) : [])).join(' ') ?? '';
}

function namesOf(events: readonly Event[]): readonly string[] {
  return events.flatMap((event) => (event.kind === 'due' ? [event.name] : []));
}
