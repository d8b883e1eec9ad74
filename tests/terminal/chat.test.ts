import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mend, start } from './mend-process.ts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'mend-test-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Said { readonly text: string; readonly buttons: readonly string[] }
interface Turn { readonly turn: number; readonly said: readonly Said[] }

/** The messages before each `{"turn": n}` line. */
function turnsOf(out: string): readonly Turn[] {
  const turns: Turn[] = [];
  let said: Said[] = [];
  for (const line of out.split('\n').filter(each => each !== '')) {
    const row = JSON.parse(line) as Said | { readonly turn: number };
    if ('turn' in row) { turns.push({ turn: row.turn, said }); said = []; } else said.push(row);
  }
  if (said.length > 0) turns.push({ turn: NaN, said });
  return turns;
}

describe.concurrent('talking through a pipe', () => {
  it('gives each line its messages and then its turn, in order, and ends with 0', async () => {
    const { code, out, err } = await mend(['chat', '--db', ':memory:', '--json'], 'How long does it take to rebuild trust?\n\n/help\n[menu]\nlast line without an end');
    const turns = turnsOf(out);
    expect({ code, err, turns: turns.map(turn => turn.turn) }).toEqual({ code: 0, err: '', turns: [1, 2, 3, 4, 5] });
    for (const turn of turns) {
      expect(turn.said.length).toBeGreaterThan(0);
      for (const message of turn.said) expect(Object.keys(message)).toEqual(['text', 'buttons']);
    }
  });

  it('goes on in the next run: the count, and the buttons of the run before', async () => {
    const db = join(folder, 'again.db');
    const first = turnsOf((await mend(['chat', '--db', db, '--json'], '/exercise boundary\n')).out);
    const button = first.at(-1)?.said.at(-1)?.buttons[0] ?? '';
    const second = turnsOf((await mend(['chat', '--db', db, '--json'], `[${button.slice(0, 5).toUpperCase()}]\n`)).out);
    expect(second.map(turn => turn.turn)).toEqual([2]);
    expect(second[0]?.said.at(-1)?.text).not.toBe(first.at(-1)?.said.at(-1)?.text);
  });

  it('keeps apart the people of one file, and keeps their words out of it', async () => {
    const db = join(folder, 'two.db');
    await mend(['chat', '--db', db, '--as', 'Ana'], 'the elephant in our kitchen is purple\n');
    expect(turnsOf((await mend(['chat', '--db', db, '--as', 'Ben', '--json'], 'hello\n')).out).map(turn => turn.turn)).toEqual([1]);
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes('elephant')).toBe(false);
    const exported = JSON.parse((await mend(['export', 'terminal:Ana', '--db', db])).out) as { readonly conversation: { readonly turns: number } };
    expect(exported.conversation.turns).toBe(1);
    expect((await mend(['forget', 'terminal:Ana', '--db', db])).code).toBe(0);
    expect(await mend(['export', 'terminal:Ana', '--db', db])).toMatchObject({ code: 1, out: '', err: 'Nothing is kept of terminal:Ana.\n' });
  });

  it('loses no line to a kill, and shows first what the run before could not', async () => {
    const db = join(folder, 'kill.db');
    const running = start(['chat', '--db', db, '--json']);
    running.write('hello\n');
    await running.until(out => out.includes('{"turn":1}'));
    running.write('what is a boundary\n');
    running.kill('SIGKILL');
    await running.end();
    const after = turnsOf((await mend(['chat', '--db', db, '--json'], 'thank you\n')).out);
    // The killed line was either committed whole or not at all; nothing else is possible.
    expect([2, 3]).toContain(after.at(-1)?.turn);
  });

  it('ends quietly when nobody reads on, and keeps the rest for the next run', async () => {
    const db = join(folder, 'gone.db');
    const running = start(['chat', '--db', db, '--json']);
    running.write('hello\n'.repeat(30));
    await running.until(out => out.includes('{"turn":1}'));
    running.leave();
    expect(await running.end()).toMatchObject({ code: 0, err: '' });
  });

  it('stops for SIGTERM with 0, while it waits for a line', async () => {
    const running = start(['chat', '--db', join(folder, 'term.db'), '--json']);
    running.write('hello\n');
    await running.until(out => out.includes('{"turn":1}'));
    running.kill('SIGTERM');
    expect(await running.end()).toMatchObject({ code: 0, err: '' });
  });

  it('takes every line there is: long, empty, broken', async () => {
    const input = Buffer.concat([Buffer.from('x'.repeat(10_000)), Buffer.from('\n\n \n\0\n'), Buffer.from([0xed, 0xa0, 0x80, 0x0a, 0xff, 0xfe, 0x0a]), Buffer.from('\u202eabc\n[\n/\n//\n[]\n')]);
    const { code, out, err } = await mend(['chat', '--db', ':memory:', '--json'], input);
    expect({ code, err, turns: turnsOf(out).map(turn => turn.turn) }).toEqual({ code: 0, err: '', turns: Array.from({ length: 11 }, (_, index) => index + 1) });
  });

  it('is not possible beside another one on the same file', async () => {
    const db = join(folder, 'busy.db');
    const first = start(['chat', '--db', db, '--json']);
    first.write('hello\n');
    await first.until(out => out.includes('{"turn":1}'));
    expect(await mend(['chat', '--db', db], 'hello\n')).toEqual({ code: 1, out: '', err: `mend: another Mend uses ${db} now. Stop it, or give another file with --db.\n` });
    await first.end();
  });

  it('keeps the text of people and the token out of the most talkative log', async () => {
    const marker = 'my purple elephant told me to end my life';
    const { err } = await mend(['chat', '--db', ':memory:', '--json'], `${marker}\n`, { MEND_LOG: 'trace', TELEGRAM_BOT_TOKEN: '123456:ABC-DEF1234' });
    expect(err).toContain('"level":"debug"');
    expect(err).not.toMatch(/elephant|ABC-DEF|end my life/);
  });
});
