import { describe, expect, it } from 'vitest';
import { createTerminal } from '../../src/adapters/terminal/adapter.ts';
import { createShown } from '../../src/adapters/terminal/shown.ts';
import type { Message } from '../../src/conversation/message.ts';
import type { Parcel } from '../../src/conversation/parcel.ts';

const text = (words: string): Message => ({ kind: 'text', text: words, choices: [{ label: `Button ${words}`, press: { kind: 'open', what: 'menu', id: '' } }] });
const parcel = (more: Partial<Parcel>): Parcel => ({
  id: 1, lane: 'l', route: { kind: 'terminal', id: 'me' }, subject: 'terminal:me', work: [{ kind: 'send', messages: [text('one'), text('two')] }], cls: 'reply', nonce: 'n', attempt: 1, ...more,
});

function setUp({ screen = true }: { readonly screen?: boolean } = {}) {
  const written: string[] = [];
  const cleared: (readonly string[])[] = [];
  const secrets: boolean[] = [];
  const shown = createShown();
  let room = Infinity;
  let refs = 0;
  const terminal = createTerminal({
    person: 'terminal:me', json: false, shown, draw: null, look: () => ({ width: null, colour: false }), now: () => 1_000, ref: () => { refs += 1; return `r${refs}`; },
    write: page => { room -= 1; if (room >= 0) written.push(page); return Promise.resolve(room >= 0); },
    wipe: screen ? pages => { cleared.push(pages); return Promise.resolve(true); } : null,
    secret: is => void secrets.push(is),
  });
  return { terminal, written, cleared, secrets, shown, readerLeavesAfter: (pages: number) => { room = pages; } };
}

describe('the terminal', () => {
  it('shows a parcel in order, numbers its buttons through and gives a ref for each message', async () => {
    const { terminal, written, shown } = setUp();
    expect(await terminal.deliver(parcel({}))).toEqual({ settled: { kind: 'sent', refs: ['r1', 'r2'] } });
    expect(written).toEqual(['one\n   1  Button one\n\n', 'two\n   2  Button two\n\n']);
    expect(shown.find('button')).toMatchObject({ label: 'Button two', ref: 'r2' });
  });

  it('leaves what the reader did not get for the next run, and does not repeat what was got', async () => {
    const { terminal, written, readerLeavesAfter } = setUp();
    readerLeavesAfter(1);
    const { settled } = await terminal.deliver(parcel({}));
    expect(settled).toEqual({ kind: 'retry', at: 2_000, progress: { calls: 1, refs: ['r1'] } });
    const next = setUp();
    expect(await next.terminal.deliver(parcel({ attempt: 2, progress: { calls: 1, refs: ['r1'] } }))).toMatchObject({ settled: { kind: 'sent' } });
    expect([...written, ...next.written]).toEqual(['one\n   1  Button one\n\n', 'two\n   2  Button two\n\n']);
  });

  it('does not show what was meant for somebody else', async () => {
    const { terminal, written } = setUp();
    expect(await terminal.deliver(parcel({ route: { kind: 'terminal', id: 'you' } }))).toMatchObject({ settled: { kind: 'retry' } });
    expect(written).toEqual([]);
  });

  it('takes what is to be hidden off the screen and leaves the cover', async () => {
    const { terminal, cleared } = setUp();
    await terminal.deliver(parcel({}));
    await terminal.deliver(parcel({ id: 2, work: [{ kind: 'send', messages: [text('cover')] }, { kind: 'delete', refs: ['r1', 'r2'] }] }));
    expect(cleared).toEqual([['cover\n   1  Button cover\n\n']]);
  });

  it('has nothing to take off a pipe', async () => {
    const { terminal } = setUp({ screen: false });
    expect(await terminal.deliver(parcel({ work: [{ kind: 'delete', refs: ['r1'] }] }))).toEqual({ settled: { kind: 'sent', refs: [] } });
  });

  it('knows when the next press is not to be seen', async () => {
    const { terminal, secrets } = setUp();
    await terminal.deliver(parcel({ work: [{ kind: 'send', messages: [{ ...text('Is today a good day for this?'), secret: true }] }] }));
    await terminal.deliver(parcel({ work: [{ kind: 'send', messages: [text('Not today.')] }] }));
    expect(secrets).toEqual([true, false]);
  });
});
