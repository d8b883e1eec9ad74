import { expect, it } from 'vitest';
import { openGate } from '../../src/adapters/gate.ts';

it('lets so many through at once, the others in the order of coming, and is not held up by one that fails', async () => {
  const gate = openGate(2);
  const log: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const all = ['a', 'b', 'c', 'd'].map((name) => {
    const end = Promise.withResolvers<void>();
    ends.set(name, end);
    return gate.through(async () => { log.push(name); await end.promise; return name; });
  });
  const outcome = Promise.allSettled(all);
  expect(log).toEqual(['a', 'b']);
  ends.get('b')?.reject(new Error('b fails'));
  await expect(all[1]).rejects.toThrow('b fails');
  expect(log).toEqual(['a', 'b', 'c']);
  for (const name of ['a', 'c', 'd']) ends.get(name)?.resolve();
  expect((await outcome).map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual(['a', 'failed', 'c', 'd']);
  expect(log).toEqual(['a', 'b', 'c', 'd']);
});
