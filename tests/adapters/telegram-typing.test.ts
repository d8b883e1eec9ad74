import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { typingDuring } from '../../src/adapters/telegram/typing.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

it('"typing" is shown only where a turn takes longer than a second, again while it lasts, and never after it', async () => {
  let shown = 0;
  const show = (): void => { shown += 1; };
  await typingDuring(Promise.resolve(), show);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shown).toBe(0);
  const { promise, resolve } = Promise.withResolvers<string>();
  const work = typingDuring(promise, show);
  await vi.advanceTimersByTimeAsync(999);
  expect(shown).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(shown).toBe(1);
  await vi.advanceTimersByTimeAsync(4_500);
  expect(shown).toBe(2);
  resolve('done');
  expect(await work).toBe('done');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shown).toBe(2);
});
