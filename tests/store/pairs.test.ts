/** Two people who do something together, as the store keeps them: each half its owner's, every word to the other a letter. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/conversation/event.ts';
import type { Half, Pair, PairAct } from '../../src/conversation/pair.ts';
import { begins, event as eventOf, openLetters, readAll, reader, writer } from './letter-writer.ts';
import { ann, ben, count, deciding, folder, noon, seen, storeIn, text, type TestStore } from './sample.ts';

const minute = 60_000;
const until = noon + 30 * minute;
const half = (more: Partial<Half> = {}): Half => ({ role: 'first', answer: null, shared: {}, ...more });
const carol: PersonId = 'telegram:3';

function world() {
  const dir = folder();
  let now = noon;
  const store = storeIn(dir, { now: () => now });
  const does = async (person: PersonId, act: PairAct): Promise<void> => { await store.turn(text(person), deciding((before) => ({ person: before ?? { n: 1 }, effects: [{ kind: 'pair', act }] }))); };
  return {
    dir, store, does,
    later: (ms: number) => { now += ms; },
    isOpen: async (person: PersonId, code: string) => (await seen(store, text(person), [{ kind: 'invitation', code }])).found.invited,
    pairOf: async (person: PersonId): Promise<Pair | undefined> => (await seen(store, text(person), [{ kind: 'pair' }])).found.pair,
    /** Who has a letter now; it is taken out. */
    letters: async (): Promise<readonly string[]> => {
      const events = await store.due(now, 9);
      for (const event of events) await store.turn(event, count());
      return events.map((event) => (event.kind === 'due' ? `${event.name} ${event.subject}` : event.kind));
    },
    invite: async (): Promise<void> => { await does(ann, { do: 'open', code: '12345678', half: half(), until }); },
    join: async (): Promise<void> => { await does(ben, { do: 'join', code: '12345678', half: half({ role: 'second' }), until: noon + 180 * minute }); },
  };
}

async function newCode(store: TestStore): Promise<string | undefined> {
  return (await seen(store, text(ann), [{ kind: 'new-code' }])).found.code;
}

describe('a code', () => {
  it('is eight digits, and new each time', async () => {
    const { store } = world();
    const codes = await Promise.all(Array.from({ length: 20 }, () => newCode(store)));
    for (const code of codes) expect(code).toMatch(/^\d{8}$/u);
    expect(new Set(codes).size).toBe(20);
  });

  it('leads to its invitation once, for 30 minutes, and not for whoever made it', async () => {
    const { invite, join: joins, isOpen, later } = world();
    await invite();
    expect(await isOpen(ben, '12345678')).toBe(true);
    expect(await isOpen(ann, '12345678')).toBe(false);
    expect(await isOpen(ben, '87654321')).toBe(false);
    await joins();
    expect(await isOpen(carol, '12345678')).toBe(false);
    await invite();
    later(31 * minute);
    expect(await isOpen(ben, '12345678')).toBe(false);
  });

  it('typed by two at once joins one of them', async () => {
    const { invite, does, pairOf } = world();
    await invite();
    await Promise.all([ben, carol].map((person) => does(person, { do: 'join', code: '12345678', half: half({ role: 'second' }), until })));
    expect((await pairOf(ben))?.theirs).not.toBeNull();
    expect(await pairOf(carol)).toBeUndefined();
  });
});

describe('two halves', () => {
  it('each sees both and writes their own; every change is a letter to the other, and two letters are one', async () => {
    const { invite, join: joins, does, pairOf, letters } = world();
    await invite();
    expect(await pairOf(ann)).toEqual({ joined: false, mine: half(), theirs: null });
    await joins();
    expect(await letters()).toEqual([`pair ${ann}`]);
    await does(ann, { do: 'put', half: half({ answer: 'yes' }), until });
    await does(ann, { do: 'put', half: half({ answer: 'yes', shared: { thanks: 'for the tea' } }), until });
    expect(await letters()).toEqual([`pair ${ben}`]);
    expect(await letters()).toEqual([]);
    expect(await pairOf(ben)).toEqual({ joined: true, mine: half({ role: 'second' }), theirs: half({ answer: 'yes', shared: { thanks: 'for the tea' } }) });
  });

  it('leaving takes one\'s half away at once; the other hears of it two to six minutes later', async () => {
    const { invite, join: joins, does, pairOf, letters, later } = world();
    await invite();
    await joins();
    await letters();
    await does(ben, { do: 'leave', late: true });
    expect(await pairOf(ben)).toBeUndefined();
    expect(await pairOf(ann)).toEqual({ joined: true, mine: half(), theirs: null });
    later(119_000);
    expect(await letters()).toEqual([]);
    later(4 * minute + 1000);
    expect(await letters()).toEqual([`pair-left ${ann}`]);
  });

  it('who comes to the end first leaves their words for the other, who then takes all of it away', async () => {
    const { invite, join: joins, does, pairOf, store } = world();
    await invite();
    await joins();
    await does(ann, { do: 'put', half: half({ answer: 'yes', shared: { wish: 'a walk' } }), until });
    await does(ann, { do: 'finish' });
    expect((await pairOf(ben))?.theirs?.shared).toEqual({ wish: 'a walk' });
    await does(ben, { do: 'finish' });
    expect(await pairOf(ben)).toBeUndefined();
    expect(await pairOf(ann)).toBeUndefined();
    await store.sweep(noon);
  });

  it('a new invitation leaves the old check-in, and what time is over for is gone', async () => {
    const { invite, join: joins, pairOf, later, store } = world();
    await invite();
    await joins();
    await invite();
    expect(await pairOf(ann)).toEqual({ joined: false, mine: half(), theirs: null });
    expect((await pairOf(ben))?.theirs).toBeNull();
    later(181 * minute);
    expect(await pairOf(ann)).toBeUndefined();
    expect(await pairOf(ben)).toBeUndefined();
    await store.sweep(noon + 300 * minute);
    expect(await store.read(ann)).toMatchObject({ checkInForTwo: null });
  });
});

describe('what is private', () => {
  it('a copy of one\'s data shows one\'s own half only', async () => {
    const { invite, join: joins, does, store } = world();
    await invite();
    await joins();
    await does(ann, { do: 'put', half: half({ answer: 'yes', shared: { thanks: 'ANNS WORDS' } }), until });
    expect(JSON.stringify(await store.read(ann))).toContain('ANNS WORDS');
    expect(JSON.stringify(await store.read(ben))).not.toMatch(/ANNS|telegram:1/u);
  });

  it.each(['in the conversation', 'from the command line'])('forgetting one of them %s takes their half; the other only sees that nobody is there, late', async (how) => {
    const { invite, join: joins, does, store, pairOf, letters, later } = world();
    await invite();
    await joins();
    await letters();
    await does(ben, { do: 'put', half: half({ role: 'second', answer: 'no' }), until });
    await letters();
    if (how === 'from the command line') await store.erase(ben);
    else await store.turn(text(ben), count({ kind: 'forget' }));
    expect(await pairOf(ann)).toEqual({ joined: true, mine: half(), theirs: null });
    expect(await letters()).toEqual([]);
    later(6 * minute);
    expect(await letters()).toEqual([`pair-left ${ann}`]);
  });

  it('nothing of it can be read in the files: no code, no name, no word', async () => {
    const { dir, invite, join: joins, does, store } = world();
    await invite();
    await joins();
    await does(ann, { do: 'put', half: half({ shared: { thanks: 'MARKER' } }), until });
    await store.close();
    for (const name of readdirSync(dir)) expect(readFileSync(join(dir, name), 'latin1'), name).not.toMatch(/MARKER|12345678|telegram:[12]/u);
  });

  it('a turn that fails leaves no half and no letter', async () => {
    const { invite, store, pairOf, letters, isOpen } = world();
    await invite();
    await store.turn(text(ben), { needs: () => [], step: () => ({ after: { person: { n: 1 }, place: null }, effects: [
      { kind: 'pair', act: { do: 'join', code: '12345678', half: half({ role: 'second' }), until } }, { kind: 'keep', record: { id: 'x', kind: 'result', at: noon, data: { toJSON() { throw new Error('broken'); } } } }] }) });
    expect(await letters()).toEqual([]);
    expect((await pairOf(ann))?.joined).toBe(false);
    expect(await isOpen(ben, '12345678')).toBe(true);
  });
});

it('killed at any moment, no change of a half is lost, none comes without its letter, and every letter is read in the end', async () => {
  const dir = folder();
  const first = openLetters(dir);
  await first.turn(eventOf(writer, 'open'), begins('open'));
  await first.turn(eventOf(reader, 'join'), begins('join'));
  // The writer's own letter, that somebody joined, is read before anything is counted.
  await readAll(first);
  await first.close();
  let written = 0;
  for (let run = 0; run < 4; run += 1) written += await killedWriting(dir, run, 20 + run * 35);
  const store = openLetters(dir);
  await store.recover();
  const countOf = async (person: PersonId): Promise<number> => ((await store.read(person)) as { conversation: { n: number } }).conversation.n;
  const kept = ((await store.read(writer)) as { checkInForTwo: Half }).checkInForTwo.shared['count'];
  await readAll(store);
  const all = await countOf(writer);
  expect(written).toBeGreaterThan(4);
  expect(all).toBeGreaterThanOrEqual(written);
  // One turn a process may be committed and not yet said.
  expect(all).toBeLessThanOrEqual(written + 4);
  expect(kept).toBe(String(all));
  expect(await countOf(reader)).toBe(all);
  expect(await store.due(Date.now(), 9)).toEqual([]);
  await store.close();
});

/** How many changes were confirmed before the kill. */
function killedWriting(dir: string, run: number, after: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [new URL('letter-writer.ts', import.meta.url).pathname, dir, `run${run}`], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let planned = false;
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (planned || !output.includes('written')) return;
      planned = true;
      setTimeout(() => child.kill('SIGKILL'), after);
    });
    child.once('error', reject);
    child.once('close', () => (planned ? resolve(output.split('written').length - 1) : reject(new Error(`it ended by itself: ${output}`))));
  });
}
