/** What carries the calls of Discord's REST library, against a plain server on loopback. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openRequests } from '../../src/adapters/discord/request.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => { server.close(resolve); });
  }
});

async function serverThat(answers: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answers);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

it('text goes out as it is, and the next call takes the same connection', async () => {
  const got: string[] = [];
  const sockets = new Set<unknown>();
  const url = await serverThat((request, response) => {
    sockets.add(request.socket);
    request.setEncoding('utf8').on('data', (text: string) => got.push(`${request.method} ${request.headers['content-length']} ${text}`)).on('end', () => response.end('{}'));
  });
  const call = openRequests();
  for (let index = 0; index < 3; index += 1) await call(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ä":1}' });
  expect(got).toEqual(Array.from({ length: 3 }, () => 'POST 8 {"ä":1}'));
  expect(sockets.size).toBe(1);
});

it('a form with a file is written out, with its own kind of content', async () => {
  let kind = '';
  let text = '';
  const url = await serverThat((request, response) => {
    kind = request.headers['content-type'] ?? '';
    request.setEncoding('utf8').on('data', (piece: string) => { text += piece; }).on('end', () => response.end());
  });
  const form = new FormData();
  form.append('files[0]', new Blob(['what was kept']), 'copy.txt');
  await openRequests()(url, { method: 'POST', headers: { Authorization: 'Bot x' }, body: form } as Parameters<ReturnType<typeof openRequests>>[1]);
  expect(kind).toMatch(/^multipart\/form-data; boundary=/u);
  expect(text).toContain('filename="copy.txt"');
  expect(text).toContain('what was kept');
});

it('header names are found in any case; what a 429 says only in its body stands in the headers', async () => {
  const url = await serverThat((_, response) => void response.writeHead(429, { 'X-RateLimit-Scope': 'shared' }).end('{"retry_after":2.5,"global":true}'));
  const answer = await openRequests()(url, { method: 'GET' });
  expect([answer.ok, answer.status, answer.headers.get('x-ratelimit-SCOPE'), answer.headers.get('Retry-After'), answer.headers.has('X-RateLimit-Global')]).toEqual([false, 429, 'shared', '2.5', true]);
  expect(await answer.json()).toEqual({ retry_after: 2.5, global: true });
});

it('a call that is called off is an error at once, also in the middle of the answer', async () => {
  const controller = new AbortController();
  const url = await serverThat((_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('the first half');
    setTimeout(() => controller.abort(), 20);
  });
  await expect(openRequests()(url, { method: 'GET', signal: controller.signal })).rejects.toThrow('aborted');
});

it('an answer that is cut off, and a server that is not there, are errors', async () => {
  const cut = await serverThat((_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('the first half');
    setTimeout(() => response.destroy(), 20);
  });
  await expect(openRequests()(cut, { method: 'GET' })).rejects.toThrow('aborted');
  await expect(openRequests()('http://127.0.0.1:1/', { method: 'GET' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
