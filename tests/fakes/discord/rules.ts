/**
 * What Discord documents about the bodies that the adapter sends, as sentences about what is wrong with one.
 * https://docs.discord.com/developers/components/reference and /resources/message, version 10.
 */
export type Json = Readonly<Record<string, unknown>>;
interface Component extends Json { readonly type?: number; readonly components?: readonly Component[]; readonly component?: Component }

const v2 = 1 << 15;
const known: Readonly<Record<string, readonly string[]>> = {
  message: ['components', 'flags', 'allowed_mentions', 'attachments', 'nonce', 'enforce_nonce'],
  1: ['type', 'components'],
  2: ['type', 'style', 'label', 'custom_id', 'disabled'],
  3: ['type', 'custom_id', 'options', 'min_values', 'max_values'],
  4: ['type', 'custom_id', 'style', 'required', 'max_length', 'min_length'],
  10: ['type', 'content'],
  12: ['type', 'items'],
  13: ['type', 'file'],
  18: ['type', 'label', 'component'],
};

/** `files`: the names of what was uploaded with the body. `edit`: the message has the V2 flag already. */
export function messageViolations(body: Json, files: readonly string[], edit: boolean): readonly string[] {
  const components = (body['components'] ?? []) as readonly Component[];
  const all = components.flatMap(everyOf);
  const wrong = unknownKeys('message', body);
  if (JSON.stringify(body['allowed_mentions']) !== '{"parse":[]}') wrong.push('allowed_mentions must be {"parse":[]}');
  if (!edit && (Number(body['flags'] ?? 0) & v2) === 0) wrong.push('text displays need the Components V2 flag');
  if (components.length === 0) wrong.push('an empty message is refused');
  if (all.length > 40) wrong.push(`at most 40 components, not ${all.length}`);
  const characters = all.reduce((sum, each) => sum + (typeof each['content'] === 'string' ? each['content'].length : 0), 0);
  if (characters > 4000) wrong.push(`at most 4,000 characters in all, not ${characters}`);
  const nonce = body['nonce'];
  if (nonce !== undefined && (typeof nonce !== 'string' || nonce.length > 25)) wrong.push('a nonce has at most 25 characters');
  const named = ((body['attachments'] ?? []) as readonly Json[]).map((each) => each['filename']);
  if (JSON.stringify(named) !== JSON.stringify(files) && !(edit && files.length === 0)) wrong.push(`attachments ${JSON.stringify(named)} are not the files ${JSON.stringify(files)}`);
  for (const match of JSON.stringify(components).matchAll(/attachment:\/\/([^"]+)/gu)) if (!files.includes(match[1] ?? '')) wrong.push(`no file is called ${match[1]}`);
  return [...wrong, ...componentsViolations(all)];
}

export function modalViolations(data: Json): readonly string[] {
  const components = (data['components'] ?? []) as readonly Component[];
  const wrong = componentsViolations(components.flatMap(everyOf));
  if (!sized(data['title'], 1, 45)) wrong.push('a modal title has 1-45 characters');
  if (!sized(data['custom_id'], 1, 100)) wrong.push('a modal custom_id has 1-100 characters');
  if (components.length < 1 || components.length > 5) wrong.push('a modal has 1-5 components');
  return wrong;
}

function componentsViolations(all: readonly Component[]): string[] {
  const wrong: string[] = [];
  const ids = all.flatMap((each) => (typeof each['custom_id'] === 'string' ? [each['custom_id']] : []));
  if (new Set(ids).size !== ids.length) wrong.push('custom_id must be unique in a message');
  for (const each of all) {
    wrong.push(...unknownKeys(String(each.type), each));
    if (each.type === 1 && !(each.components && each.components.length >= 1 && each.components.length <= 5)) wrong.push('a row holds 1-5 buttons');
    if (each.type === 2 && !(sized(each['label'], 1, 80) && sized(each['custom_id'], 1, 100))) wrong.push('a button has a label of at most 80 and a custom_id of 1-100 characters');
    if (each.type === 10 && !(sized(each['content'], 1, 4000) && String(each['content']).trim() !== '')) wrong.push('a text display has 1-4,000 characters');
    if (each.type === 18 && !sized(each['label'], 1, 45)) wrong.push('a label has 1-45 characters');
    if (each.type === 4 && !(Number(each['max_length']) >= 1 && Number(each['max_length']) <= 4000)) wrong.push('a text field takes 1-4,000 characters');
  }
  const words = JSON.stringify(all);
  if (/\\u0000|[\u202A-\u202E\u2066-\u2069]|\\ud[89a-f]/iu.test(words)) wrong.push('a control character or half a surrogate pair got through');
  return wrong;
}

function everyOf(component: Component): readonly Component[] {
  return [component, ...(component.components ?? []).flatMap(everyOf), ...(component.component ? everyOf(component.component) : [])];
}

function unknownKeys(kind: string, value: Json): string[] {
  const allowed = known[kind];
  if (!allowed) return [`component type ${kind} is not expected`];
  return Object.keys(value).filter((key) => !allowed.includes(key)).map((key) => `${kind}: unknown key ${key}`);
}

function sized(text: unknown, from: number, to: number): boolean {
  return typeof text === 'string' && text.length >= from && text.length <= to;
}
