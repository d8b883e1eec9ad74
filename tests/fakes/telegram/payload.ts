/** The parameters of a call: JSON, or a form where a file goes along. */
import type { IncomingMessage } from 'node:http';
import type { Payload } from './rules.ts';

export async function payloadOf(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return {};
  if (!type.startsWith('multipart/')) return JSON.parse(body.toString()) as Payload;
  return multipart(body, type);
}

/** Fields are JSON where they look like it; a file that a field points to (`attach://key`) becomes `{ name, size, text, bytes }`. */
async function multipart(body: Buffer, type: string): Promise<Payload> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const payload: Record<string, unknown> = {};
  for (const [key, value] of form.entries()) {
    if (typeof value !== 'string') continue;
    const file = value.startsWith('attach://') ? form.get(value.slice('attach://'.length)) : null;
    if (file && typeof file !== 'string') payload[key] = { name: file.name, size: file.size, text: await file.text(), bytes: await file.bytes() };
    else payload[key] = /^[[{\d]/u.test(value) && key !== 'caption' ? JSON.parse(value) : value;
  }
  return payload;
}
