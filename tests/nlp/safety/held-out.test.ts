import { expect, test } from 'vitest';
import { detectSafety } from '../../../src/nlp/safety/detect.ts';
import { casesOf, heldOutFile, isAlarm, raised, share } from './cases.ts';

/** What the rules reach on messages they were not written with: a floor against getting worse, and no claim that it is enough. */
const all = casesOf(heldOutFile);

test('two of three unseen messages of danger, half of them indirect, raise the alarm', () => {
  expect(share(all.filter(isAlarm), (one) => raised(one, detectSafety(one.text, [])))).toBeGreaterThanOrEqual(0.65);
});

test('nine of ten unseen messages of ordinary talk, chosen to mislead, raise none', () => {
  expect(share(all.filter((one) => !isAlarm(one)), (one) => detectSafety(one.text, [])?.tier !== 'hard')).toBeGreaterThanOrEqual(0.9);
});
