import { describe, expect, test } from 'vitest';
import { deedsOf, roleIn, roleOf } from '../../src/nlp/deeds.ts';
import { wordsOf } from '../../src/nlp/words.ts';

const deeds = (text: string): string[] => deedsOf(wordsOf(text));
const role = (text: string): string | null => roleOf(deedsOf(wordsOf(text)));

describe('who did what', () => {
  test.each([
    ['I cheated', '@self:betray'],
    ['he cheated', '@other:betray'],
    ['my wife cheated on me', '@other:betray'],
    ['i was cheated on', '@other:betray'],
    ['I got lied to', '@other:lie'],
    ["I didn't cheat", '@self:not-betray'],
    ['she never lied to me', '@other:not-lie'],
    ['she slept with a friend', '@other:betray'],
    ['I hurt her', '@self:hurt'],
    ['he hit me', '@other:hurt'],
    ['cheated on me', '@other:betray'],
    ["i can't forgive him", '@self:not-forgive'],
  ])('"%s" tells %s', (text, deed) => {
    expect(deeds(text)).toContain(deed);
  });

  test('a feeling is no deed', () => {
    expect(deeds('i hurt so much')).toEqual([]);
    expect(deeds('i talked with my sister')).toEqual([]);
  });

  test.each([
    'I found out about the affair last week, how can I trust again', 'how can I trust again after an affair', 'I know about his affair', 'I forgave the affair',
    'how do I forgive him for cheating', 'I keep thinking about the cheating', 'after forty years I learned of an affair',
  ])('somebody who names a deed did not do it: "%s"', (text) => {
    expect(roleIn(wordsOf(text))).not.toBe('hurt-someone');
  });

  test.each([
    ['I had an affair', 'hurt-someone'], ['i have been cheating on my wife', 'hurt-someone'], ['i keep lying to him', 'hurt-someone'], ['I cheated', 'hurt-someone'],
    ['my husband had an affair', 'hurt'], ['I found out my wife has been cheating', 'hurt'], ['he cheated on me', 'hurt'],
  ])('and somebody who did, or to whom it was done, has that part: "%s"', (text, part) => {
    expect(roleIn(wordsOf(text))).toBe(part);
  });

  test('the role follows from the deeds, and stays open when both or neither did harm', () => {
    expect(role('my husband had an affair')).toBe('hurt');
    expect(role('I lied to my partner for years')).toBe('hurt-someone');
    expect(role('i never cheated')).toBeNull();
    expect(role('i cheated and she cheated')).toBeNull();
    expect(role('how do i set a boundary')).toBeNull();
  });
});
