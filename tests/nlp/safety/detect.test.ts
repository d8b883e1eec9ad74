import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectSafety } from '../../../src/nlp/safety/detect.ts';
import { casesOf, developmentFiles, exact, isAlarm, raised, share } from './cases.ts';

const read = (text: string) => detectSafety(text, []);

describe.each(developmentFiles)('messages of %s', (file) => {
  const all = casesOf(file);
  test('messages of danger raise the alarm', () => {
    expect(share(all.filter(isAlarm), (one) => raised(one, read(one.text)))).toBeGreaterThanOrEqual(0.97);
  });
  test('ordinary talk, idioms, songs and a past that is over raise none', () => {
    const alarmed = all.filter((one) => !isAlarm(one) && !raised(one, read(one.text)));
    expect(alarmed.map((one) => one.text)).toHaveLength(0);
  });
  test('kind, person and time are right in nine of ten', () => {
    expect(share(all, (one) => exact(one, read(one.text)))).toBeGreaterThanOrEqual(0.9);
  });
});

describe('a message in pieces', () => {
  test.each([
    [['i want to', 'end'], 'my life', 'crisis.self-harm'],
    [['he'], 'hit me again', 'crisis.partner-abuse'],
    [['i dont want to', 'keep'], 'living', 'crisis.self-harm'],
    [['hey', 'my husband', 'he keeps'], 'choking me', 'crisis.partner-abuse'],
  ])('%j then %j is read joined', (earlier, text, kind) => {
    expect(detectSafety(text, earlier)).toMatchObject({ tier: 'hard', kind });
  });

  test('a serious message that was already answered does not make the next ones serious', () => {
    for (const text of ['ok', 'thank you', 'how do i trust him again', 'yes', 'my life']) {
      expect(detectSafety(text, ['hello', 'i want to kill myself', 'i do not know'])).toBeNull();
    }
  });

  test('a new serious message is serious whatever came before', () => {
    expect(detectSafety('he choked me', ['i want to kill myself', 'he choked me'])?.tier).toBe('hard');
  });

  test('pieces after an answered message can be serious again', () => {
    expect(detectSafety('my life', ['i want to die', 'i will', 'end'])?.tier).toBe('hard');
  });
});

test('any text gets a reading or null, never an exception', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 6 }), (text, earlier) => {
    const found = detectSafety(text, earlier);
    return found === null || found.tier === 'hard' || found.tier === 'soft';
  }), { numRuns: 50 });
});

test.each(['\uD800 i want to die \uDC00', 'i want\0 to die', 'i want to die'.padEnd(10_000, ' x')])('broken, empty or long text does not hide a message', (text) => {
  expect(read(text)?.tier).toBe('hard');
});
