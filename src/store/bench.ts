/**
 * What a turn costs over what the disk costs anyway. The bare side writes the same rows, of the same sizes, into tables of
 * the same shape with nothing around them; both sides alternate in one run, so that a noisy machine is noisy for both.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decide } from '../conversation/effect.ts';
import type { Event, PersonId } from '../conversation/event.ts';
import { openBare, sizesOf, type Bare } from './bare.ts';
import { openStore, type SqliteStore } from './sqlite.ts';

export interface BenchOptions<P> {
  /** Stored conversations to measure at, ascending; 10,000 and 100,000. */
  readonly conversations?: readonly number[];
  /** Rounds, of which the median counts; 5. */
  readonly rounds?: number;
  /** Sequential turns a round; 200. */
  readonly sequential?: number;
  /** Groups of 32 turns a round; 60. */
  readonly groups?: number;
  /** Where to make the files; a folder for temporary files. */
  readonly folder?: string;
  /** What is measured: without it, a document of about 1 KB and a reply of about 300 characters. */
  readonly conversation?: {
    decide(event: Event): Decide<P, unknown>;
    event(person: PersonId, n: number): Event;
    upgrade(document: unknown): P;
    readonly sample: P;
  };
}

/** Medians over the rounds. Ratios above 1 mean faster than what they are compared with (`p99_vs_bare`: slower). */
export interface BenchFigures {
  readonly conversations: number;
  readonly sequential_vs_bare_full: number;
  readonly group32_vs_bare_32: number;
  readonly group32_vs_sequential: number;
  readonly p99_vs_bare: number;
  readonly bytes_per_conversation: number;
  readonly cpu_us_per_turn: number;
  readonly sequential_per_s: number;
  readonly group32_per_s: number;
}

const together = 32;
/** In a row, for the processor's time: asking for it is a system call and must not be counted often. */
const cpuGroups = 20;

export async function benchTurns<P>(options: BenchOptions<P> = {}): Promise<readonly BenchFigures[]> {
  const { conversations = [10_000, 100_000], folder = tmpdir() } = options;
  mkdirSync(folder, { recursive: true });
  const own = mkdtempSync(join(folder, 'mend-bench-'));
  const { decide, event, upgrade, sample } = options.conversation ?? (simple as unknown as NonNullable<BenchOptions<P>['conversation']>);
  let at = Date.UTC(2026, 10, 22);
  let n = 0;
  const file = join(own, 'store.db');
  const store = openStore<P, unknown>({ file, keyFile: join(own, 'key'), upgradePerson: upgrade, upgradePlace: (document) => document, samplePerson: sample, now: () => at });
  const turn = (person: number): Promise<unknown> => {
    n += 1;
    at += 1;
    const happened = event(`terminal:${person}`, n);
    return store.turn(happened, decide(happened));
  };
  try {
    await store.recover();
    const all: BenchFigures[] = [];
    let stored = 0;
    for (const target of conversations) {
      for (; stored < target; stored += Math.min(512, target - stored)) {
        await Promise.all(Array.from({ length: Math.min(512, target - stored) }, (_, i) => turn(stored + i)));
        await deliver(store, at);
      }
      await store.sweep(at);
      const { bytes, keyBytes } = store.stats();
      for (let i = 0; i < 2 * together; i += 1) await turn(i);
      const bare = openBare(join(own, `bare-${target}.db`), target, sizesOf(file));
      await deliver(store, at);
      all.push({ conversations: target, bytes_per_conversation: Math.round((bytes + keyBytes) / target), ...await figures(store, bare, turn, target, options, () => at) });
      bare.close();
    }
    return all;
  } finally {
    await store.close();
    rmSync(own, { recursive: true, force: true });
  }
}

async function figures<P>(
  store: SqliteStore<P, unknown>, bare: Bare, turn: (person: number) => Promise<unknown>, people: number, options: BenchOptions<P>, now: () => number,
): Promise<Omit<BenchFigures, 'conversations' | 'bytes_per_conversation'>> {
  const { rounds = 5, sequential = 200, groups = 60 } = options;
  const seen = { ours: [] as number[], bare: [] as number[], ours32: [] as number[], bare32: [] as number[], p99: [] as number[], p99Bare: [] as number[], cpu: [] as number[] };
  let next = 0;
  // People who talk now: as many as there are chats in a group, changing from round to round.
  const person = (): number => (next = (next + 7919) % people);
  for (let round = 0; round < rounds; round += 1) {
    const ours: number[] = [];
    const bares: number[] = [];
    for (let i = 0; i < sequential; i += 1) {
      ours.push(await took(() => turn(person())));
      bares.push(await took(() => bare.commit(1)));
    }
    await deliver(store, now());
    const chats = Array.from({ length: together }, person);
    let bareMs = 0;
    let oursMs = 0;
    for (let i = 0; i < groups; i += 1) {
      oursMs += await took(() => Promise.all(chats.map(turn)));
      bareMs += await took(() => bare.commit(together));
      if (i % 8 === 7) await deliver(store, now());
    }
    await deliver(store, now());
    const before = process.cpuUsage();
    for (let i = 0; i < cpuGroups; i += 1) await Promise.all(chats.map(turn));
    const used = process.cpuUsage(before);
    await deliver(store, now());
    seen.ours.push(sum(ours) / sequential);
    seen.bare.push(sum(bares) / sequential);
    seen.p99.push(quantile(ours, 0.99));
    seen.p99Bare.push(quantile(bares, 0.99));
    seen.ours32.push(oursMs / groups / together);
    seen.bare32.push(bareMs / groups / together);
    seen.cpu.push((used.user + used.system) / cpuGroups / together);
  }
  const ratio = (upper: readonly number[], lower: readonly number[]): number => round2(quantile(upper.map((value, i) => value / (lower[i] ?? value)), 0.5));
  return {
    sequential_vs_bare_full: ratio(seen.bare, seen.ours),
    group32_vs_bare_32: ratio(seen.bare32, seen.ours32),
    group32_vs_sequential: ratio(seen.ours, seen.ours32),
    p99_vs_bare: ratio(seen.p99, seen.p99Bare),
    cpu_us_per_turn: round2(quantile(seen.cpu, 0.5)),
    sequential_per_s: Math.round(1000 / quantile(seen.ours, 0.5)),
    group32_per_s: Math.round(1000 / quantile(seen.ours32, 0.5)),
  };
}

/** Empties the outbox, so that it has the size that it has in life. */
async function deliver<P>(store: SqliteStore<P, unknown>, now: number): Promise<void> {
  for (;;) {
    const parcels = await store.claim(now, 512);
    if (parcels.length === 0) return;
    await Promise.all(parcels.map((parcel) => store.settle(parcel.id, { kind: 'sent', refs: [] })));
  }
}

async function took(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const round2 = (value: number): number => Math.round(value * 100) / 100;

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

interface SimpleDocument { readonly turns: number; readonly asked: number; readonly recent: readonly { readonly id: string; readonly at: number }[]; readonly entries: Readonly<Record<string, string>> }

/** Words that differ from person to person and turn to turn, so that compression is not flattered. */
function wordsOf(seed: number): string {
  let value = seed * 2_654_435_761 >>> 0;
  return Array.from({ length: 20 }, () => ((value = (value * 1_664_525 + 1_013_904_223) >>> 0) >>> 4).toString(36)).join(' ');
}

const simpleReply = 'A reply about as long as those of the bot are. '.repeat(7);

const simple = {
  decide: (event: Event): Decide<SimpleDocument, unknown> => ({
    needs: () => [],
    step: (before) => ({
      after: { person: { turns: (before.person?.turns ?? 0) + 1, asked: before.person?.asked ?? 0, recent: [...(before.person?.recent ?? []), { id: `faq.answer-${event.at % 40}`, at: event.at }].slice(-8), entries: { first: wordsOf(event.at), second: wordsOf(event.at + 1), third: wordsOf(event.at + 2) } }, place: before.place },
      effects: [{ kind: 'say', to: 'here', cls: 'reply', messages: [{ kind: 'text', text: simpleReply, choices: [{ label: 'Tell me more', press: { kind: 'open', what: 'more', id: 'faq.answer' } }] }] }],
    }),
  }),
  event: (person: PersonId, n: number): Event => ({ kind: 'text', id: `terminal:${n}`, at: Date.UTC(2026, 10, 22) + n, person, here: { kind: 'terminal', id: person }, locale: 'en', text: 'hello', via: 'message' }),
  upgrade: (document: unknown): SimpleDocument => document as SimpleDocument,
  sample: { turns: 1, asked: 0, recent: Array.from({ length: 8 }, (_, i) => ({ id: `faq.answer-${i}`, at: 1_795_305_600_000 })), entries: { first: '', second: '', third: '' } },
};

