/** The body of a call: JSON, or a form where files go along (https://docs.discord.com/developers/reference#uploading-files). */
import type { IncomingMessage } from 'node:http';

export interface Upload { readonly name: string; readonly size: number; readonly text: string }
export interface Body { readonly body: unknown; readonly files: readonly Upload[]; readonly sent: boolean; /** What is wrong with its form. */ readonly wrong: readonly string[] }

export async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (raw.length === 0) return { body: {}, files: [], sent: false, wrong: [] };
  if (!type.startsWith('multipart/')) return { body: JSON.parse(raw.toString()), files: [], sent: true, wrong: type.startsWith('application/json') ? [] : [`content-type ${type}`] };
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files: Upload[] = [];
  const wrong: string[] = [];
  for (const [key, value] of form) {
    if (typeof value === 'string') continue;
    if (key !== `files[${files.length}]`) wrong.push(`a file is called ${key}, not files[${files.length}]`);
    files.push({ name: value.name, size: value.size, text: await value.text() });
  }
  const payload = form.get('payload_json');
  if (typeof payload !== 'string') return { body: {}, files, sent: true, wrong: [...wrong, 'payload_json is missing'] };
  return { body: JSON.parse(payload), files, sent: true, wrong };
}
