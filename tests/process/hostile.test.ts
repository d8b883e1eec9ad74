import { expect, it } from 'vitest';
import { hostileTalk } from './hostile-lines.ts';

it('every hostile line has its turn, its words and its reading', async () => {
  const lines = 160;
  expect(await hostileTalk(':memory:', lines, 3)).toEqual({ lines, turns: lines, misnumbered: 0, silent: expect.any(Number) as number, classified: lines, broken: 0, exits: '0 0', errors: '' });
});
