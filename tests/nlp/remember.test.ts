import { expect, test } from 'vitest';
import { remembering } from '../../src/nlp/remember.ts';

test('a word is worked out once while it stays in use, whatever else is met', () => {
  const worked: string[] = [];
  const answer = remembering((word) => { worked.push(word); return word === 'none' ? null : word.length; }, 10);
  for (let at = 0; at < 200; at++) {
    expect(answer('often')).toBe(5);
    expect(answer('none')).toBeNull();
    answer(`word${at}`);
  }
  expect(worked.filter((word) => word === 'often' || word === 'none')).toEqual(['often', 'none']);
});

test('what is not met again is forgotten', () => {
  let worked = 0;
  const answer = remembering(() => { worked += 1; return worked; }, 10);
  answer('once');
  for (let at = 0; at < 50; at++) answer(`word${at}`);
  answer('once');
  expect(worked).toBe(52);
});
