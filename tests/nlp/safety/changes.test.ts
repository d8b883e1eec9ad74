import { expect, test } from 'vitest';
import { detectSafety } from '../../../src/nlp/safety/detect.ts';
import { casesOf, developmentFiles, isAlarm, raised, share } from './cases.ts';
import { changes } from '../../../src/nlp/changes.ts';

const alarms = developmentFiles.flatMap(casesOf).filter((one) => isAlarm(one) && /^[\0-\x7F]*$/.test(one.text) && raised(one, detectSafety(one.text, [])));
const calm = developmentFiles.flatMap(casesOf).filter((one) => !isAlarm(one));

/** Words that are too short or become other words ("want" -> "wat") cannot all be put right. */
const floor = { normalisable: 0.96, typo: 0.9 } as const;

test.each(changes)('a message of danger is still understood with $name', ({ kind, apply }) => {
  expect(share(alarms, (one) => raised(one, detectSafety(apply(one.text), [])))).toBeGreaterThanOrEqual(floor[kind]);
});

test.each(changes)('$name does not make ordinary talk dangerous', ({ apply }) => {
  expect(share(calm, (one) => detectSafety(apply(one.text), [])?.tier !== 'hard')).toBeGreaterThanOrEqual(0.98);
});
