import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, longestLine } from '../../src/adapters/terminal/lines.ts';

async function lines(chunks: readonly (Uint8Array | string)[]): Promise<readonly string[]> {
  async function* source(): AsyncGenerator<Uint8Array | string> { yield* chunks; }
  return Array.fromAsync(linesOf(source()));
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('lines of a pipe', () => {
  it('end at a line feed only', async () => {
    expect(await lines([bytes('one\ntwo\u2028still two\rstill two\r\nthree')])).toEqual(['one', 'two\u2028still two\rstill two', 'three']);
  });
  it('are kept when they are empty, and none is made up at the end', async () => {
    expect(await lines([bytes('\n\na\n')])).toEqual(['', '', 'a']);
    expect(await lines([])).toEqual([]);
  });
  it('are the same however the bytes are cut', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 7 }), async (text, size) => {
      const whole = bytes(text);
      const cut = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) => whole.subarray(index * size, (index + 1) * size));
      expect(await lines(cut)).toEqual(await lines([whole]));
    }), { numRuns: 200 });
  });
  it('survive bytes that are not UTF-8, and NUL', async () => {
    expect(await lines([new Uint8Array([0x61, 0xff, 0xfe, 0x0a, 0x00, 0x0a, 0xc3])])).toEqual(['a\ufffd\ufffd', '\0', '\ufffd']);
  });
  it('may be 10,000 characters long, and one that never ends is cut but not lost', async () => {
    expect((await lines([bytes('x'.repeat(10_000))]))[0]).toHaveLength(10_000);
    const [long, next] = await lines([...Array.from({ length: 50 }, () => bytes('y'.repeat(10_000))), bytes('\nnext')]);
    expect(long).toHaveLength(longestLine);
    expect(next).toBe('next');
  });
});
