/** Of the texts of one answer, the one is taken that shares telling words with the message. */
import { expect, test } from 'vitest';
import { variantMeant } from '../../src/conversation/variant.ts';

const jealousy = { texts: ['You can check less, and wait for ten minutes.', 'Your suspicion may be right.', 'Jealousy is a fear, and someone may feel it for a reason.'] };
const others = Array.from({ length: 9 }, (_, at) => ({ texts: [`Someone else says something about number ${at}.`] }));
const all = [jealousy, ...others];

test('a word that only one of the texts holds decides, in any of its forms', () => {
  expect(variantMeant('I am so jealous of her', jealousy, all)).toBe(2);
  expect(variantMeant('are my suspicions right?', jealousy, all)).toBe(1);
});

test('nothing stands out: no word in common, one for each of two texts, or a word of every other answer', () => {
  expect(variantMeant('what now', jealousy, all)).toBe(null);
  expect(variantMeant('jealous and full of suspicion', jealousy, all)).toBe(null);
  expect(variantMeant('is there someone', jealousy, all)).toBe(null);
});
