/** Messages with what should be read in them: `cases/*.yaml`, groups of an expectation and texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SafetyReading } from '../../../src/conversation/reading.ts';
import { safetyKinds, whens, whos } from '../../../src/conversation/reading.ts';

const reading = z.strictObject({ tier: z.enum(['hard', 'soft']), kind: z.enum(safetyKinds), who: z.enum(whos).optional(), when: z.enum(whens).optional() });
/** `null`: nothing at all; `{ not: hard }`: no alarm, a gentle reading is fine. */
const expectation = z.union([reading, z.strictObject({ not: z.literal('hard') }), z.null()]);
const groups = z.array(z.strictObject({ expect: expectation, texts: z.array(z.string()).min(1) }));

export type Expectation = z.infer<typeof expectation>;
export interface Case { readonly text: string; readonly expect: Expectation }

const folder = join(import.meta.dirname, 'cases');
export const heldOutFile = 'held-out.yaml';

export function casesOf(file: string): Case[] {
  return groups.parse(parse(readFileSync(join(folder, file), 'utf8'))).flatMap((group) => group.texts.map((text) => ({ text, expect: group.expect })));
}

export const developmentFiles = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== heldOutFile).toSorted();

/** Did the reading raise what it should, the right kind or not: the tier decides whether anything stops. */
export function raised(one: Case, found: SafetyReading | null): boolean {
  if (one.expect === null) return found === null;
  if ('not' in one.expect) return found?.tier !== 'hard';
  return one.expect.tier === 'hard' ? found?.tier === 'hard' : found !== null;
}

/** Tier, kind, and who and when where they are named. */
export function exact(one: Case, found: SafetyReading | null): boolean {
  const { expect } = one;
  if (expect === null || 'not' in expect) return raised(one, found);
  return found?.tier === expect.tier && found.kind === expect.kind && (expect.who === undefined || expect.who === found.who) && (expect.when === undefined || expect.when === found.when);
}

export function isAlarm(one: Case): boolean {
  return one.expect !== null && 'tier' in one.expect && one.expect.tier === 'hard';
}

export function share<One>(all: readonly One[], holds: (one: One) => boolean): number {
  return all.length === 0 ? 1 : all.filter((one) => holds(one)).length / all.length;
}
