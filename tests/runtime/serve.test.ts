import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeTelegram, type FakeTelegram } from '../fakes/telegram/server.ts';
import { mend, start, type Running } from '../terminal/mend-process.ts';

let folder = '';
let fake: FakeTelegram;
const running: Running[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mend-serve-'));
  fake = await fakeTelegram();
});
afterEach(async () => {
  for (const each of running.splice(0)) { each.kill('SIGKILL'); await each.end(); }
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function serve(): Promise<{ readonly process: Running; get(path: string): Promise<string> }> {
  const port = await freePort();
  const process = start(['serve'], { ...environment(), MEND_HTTP_PORT: String(port) });
  running.push(process);
  return { process, get: async path => fetch(`http://127.0.0.1:${port}${path}`).then(async answer => `${answer.status} ${await answer.text()}`, () => 'no answer') };
}
const environment = () => ({ MEND_DB: join(folder, 'mend.db'), MEND_CONTACT: 'Ana Ruiz, ana@example.org', TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.root });
const text = (said: string, chat: number): object => ({ message: { message_id: 1, date: 1, text: said, from: { id: chat, is_bot: false, first_name: 'A' }, chat: { id: chat, type: 'private', first_name: 'A' } } });
const sent = (): number => fake.calls.filter(call => call.method === 'sendMessage').length;

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 25));
}

describe('serving', () => {
  it('answers, says that it is ready, stops with 0, and quotes nobody', async () => {
    const { process, get } = await serve();
    fake.add(text('the purple elephant: how long does it take?', 7));
    await until(async () => (await get('/health/ready')).startsWith('200'));
    await until(() => sent() > 0);
    const metrics = await get('/metrics');
    expect(metrics).toContain('mend_leader 1');
    expect(metrics).toContain('mend_turns_total{kind="text",outcome="done"} 1');
    process.kill('SIGTERM');
    const { code, err } = await process.end();
    expect(code).toBe(0);
    for (const shown of [metrics, err]) {
      expect(shown).not.toContain('elephant');
      expect(shown).not.toContain(fake.token);
    }
    for (const line of err.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
    expect(fake.wrong).toEqual([]);
  });

  it('is done by one process; another one stands by, says so, and takes over', async () => {
    const first = await serve();
    await until(async () => (await first.get('/health/ready')).startsWith('200'));
    const second = await serve();
    await until(async () => (await second.get('/health/ready')) === '503 {"ready":false,"waitingFor":"another process leads"}\n');
    expect(await second.get('/health/live')).toBe('200 {"live":true}\n');
    first.process.kill('SIGKILL');
    await until(async () => (await second.get('/health/ready')).startsWith('200'));
    fake.add(text('hello', 7));
    await until(() => sent() > 0);
  });

  it('loses nothing and answers nothing twice when it is stopped under load', async () => {
    const first = await serve();
    await until(async () => (await first.get('/health/ready')).startsWith('200'));
    for (let chat = 1; chat <= 60; chat += 1) fake.add(text('hello', chat));
    await until(() => sent() > 0);
    first.process.kill('SIGTERM');
    expect((await first.process.end()).code).toBe(0);
    const second = await serve();
    await until(async () => (await second.get('/health/ready')).startsWith('200') && fake.waiting() === 0 && new Set(fake.of('sendMessage').map(call => call['chat_id'])).size === 60);
    second.process.kill('SIGTERM');
    expect((await second.process.end()).code).toBe(0);
    const replies = new Map<unknown, number>();
    for (const call of fake.calls) if (call.method === 'sendMessage') replies.set(call.payload['chat_id'], (replies.get(call.payload['chat_id']) ?? 0) + 1);
    expect(replies.size).toBe(60);
    expect(new Set(replies.values()).size).toBe(1);
  });

  it('with a wrong token ends with one sentence that does not hold it', async () => {
    const { code, err } = await mend(['serve'], '', { ...environment(), TELEGRAM_BOT_TOKEN: '1:wrong-token', MEND_LOG: 'silent' });
    expect(code).toBe(1);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toMatch(/^mend: .*TELEGRAM_BOT_TOKEN/);
    expect(err).not.toContain('wrong-token');
  });
});
