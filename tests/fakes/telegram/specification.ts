/**
 * Calls checked against a machine-readable Bot API (the shape of https://github.com/PaulSonOfLars/telegram-bot-api-spec):
 * unknown and missing parameters, and types, into the objects.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Payload } from './rules.ts';

interface Field { readonly name: string; readonly types: readonly string[]; readonly required: boolean }
interface Thing { readonly fields?: readonly Field[]; readonly subtypes?: readonly string[] }
export interface Specification { readonly methods: Readonly<Record<string, Thing>>; readonly types: Readonly<Record<string, Thing>> }

/** The file that lies beside the project in some places; it is not shipped with it. */
const file = new URL('../../../../shared/specs/telegram-api.json', import.meta.url);

export function specification(): Specification | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Specification) : null;
}

/** Sentences about what is wrong with a call. */
export function against(spec: Specification, method: string, payload: Payload): readonly string[] {
  const known = spec.methods[method];
  return known ? wrongIn(spec, known, payload, method) : [`${method}: no such method`];
}

function wrongIn(spec: Specification, thing: Thing, value: object, where: string): readonly string[] {
  const fields = thing.fields ?? [];
  const given = Object.entries(value).filter(([, each]) => each !== undefined);
  return [
    ...given.flatMap(([name, each]) => {
      const field = fields.find((candidate) => candidate.name === name);
      return field ? wrongValue(spec, field.types, each, `${where}.${name}`) : [`${where}: unknown ${name}`];
    }),
    ...fields.filter((field) => field.required && !given.some(([name]) => name === field.name)).map((field) => `${where}: ${field.name} is missing`),
  ];
}

/** Fits one of the types, or says why it does not fit the last. */
function wrongValue(spec: Specification, types: readonly string[], value: unknown, where: string): readonly string[] {
  const tries = types.map((type) => wrongAs(spec, type, value, where));
  return tries.some((wrong) => wrong.length === 0) ? [] : (tries[0] ?? []);
}

function wrongAs(spec: Specification, type: string, value: unknown, where: string): readonly string[] {
  if (type.startsWith('Array of ')) {
    return Array.isArray(value) ? value.flatMap((each, index) => wrongAs(spec, type.slice(9), each, `${where}[${index}]`)) : [`${where}: not a list`];
  }
  if (type === 'String') return typeof value === 'string' ? [] : [`${where}: not a string`];
  if (type === 'Boolean') return typeof value === 'boolean' ? [] : [`${where}: not true or false`];
  if (type === 'Integer') return Number.isSafeInteger(Number(value)) && value !== '' && typeof value !== 'boolean' ? [] : [`${where}: not a whole number`];
  if (type === 'Float') return Number.isFinite(Number(value)) ? [] : [`${where}: not a number`];
  if (typeof value !== 'object' || value === null) return [`${where}: not a ${type}`];
  if (type === 'InputFile') return 'size' in value ? [] : [`${where}: not a file`];
  const thing = spec.types[type];
  if (!thing) return [];
  return thing.subtypes ? wrongValue(spec, thing.subtypes, value, where) : wrongIn(spec, thing, value, where);
}
