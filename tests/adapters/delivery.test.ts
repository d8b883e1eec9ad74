import { describe, expect, it } from 'vitest';
import { carry, type Call, type Failure } from '../../src/adapters/delivery.ts';
import { parcel } from './inbox.ts';

const route = { kind: 'telegram', id: '7' } as const;
const now = (): number => 1_000;

/** A call that fails as told, or makes a message of that name. */
function call(what: string | Failure, log: string[], more: Partial<Call> = {}): Call {
  return {
    repeatable: false,
    courtesy: false,
    run: () => {
      if (typeof what !== 'string') return Promise.reject(Object.assign(new Error('told to'), { failure: what }));
      log.push(what);
      return Promise.resolve([what]);
    },
    ...more,
  };
}
const failureOf = (error: unknown): Failure => (error as { failure: Failure }).failure;

describe('carrying a parcel', () => {
  it('goes on where it was put off, and gives back the refs of all attempts', async () => {
    const log: string[] = [];
    const first = await carry(parcel(route, []), [call('a', log), call({ kind: 'wait', ms: 50 }, log)], failureOf, now);
    expect(first).toEqual({ settled: { kind: 'retry', at: 1_050, progress: { calls: 1, refs: ['a'] } } });
    const again = await carry(parcel(route, [], { progress: { calls: 1, refs: ['a'] } }), [call('a', log), call('b', log)], failureOf, now);
    expect(again).toEqual({ settled: { kind: 'sent', refs: ['a', 'b'] } });
    expect(log).toEqual(['a', 'b']);
  });

  it('a refused courtesy does not stop the rest; a refused message does', async () => {
    const log: string[] = [];
    expect((await carry(parcel(route, []), [call({ kind: 'refused' }, log, { courtesy: true }), call('b', log)], failureOf, now)).settled).toEqual({ kind: 'sent', refs: ['b'] });
    expect(await carry(parcel(route, []), [call({ kind: 'refused', trouble: { what: 'gone' } }, log), call('c', log)], failureOf, now)).toEqual({ settled: { kind: 'closed' }, trouble: { what: 'gone' } });
    expect(log).toEqual(['b']);
  });

  it('a courtesy is given up after five attempts, a message never', async () => {
    const log: string[] = [];
    expect((await carry(parcel(route, [], { attempt: 5 }), [call({ kind: 'not-done' }, log, { courtesy: true })], failureOf, now)).settled.kind).toBe('sent');
    expect((await carry(parcel(route, [], { attempt: 500 }), [call({ kind: 'not-done' }, log)], failureOf, now)).settled).toMatchObject({ kind: 'retry', at: expect.closeTo(301_000, -6) as number });
  });

  it('an unknown result is tried again only where that does no harm', async () => {
    const log: string[] = [];
    const settled = async (more: Partial<Call>, cls: 'safety' | 'post'): Promise<unknown> => (await carry(parcel(route, [], { cls }), [call({ kind: 'unknown' }, log, more)], failureOf, now)).settled;
    expect(await settled({ repeatable: true }, 'post')).toMatchObject({ kind: 'retry' });
    expect(await settled({}, 'post')).toMatchObject({ kind: 'unknown', again: false });
    expect(await settled({}, 'safety')).toMatchObject({ kind: 'unknown', again: true });
  });
});
