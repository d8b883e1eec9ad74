/**
 * Checks a file's values against its schema and says each mistake in the author's words, on the author's line.
 * The schemas' own descriptions (`.describe`) are the cure that is shown, so they are written for authors.
 */
import { z } from 'zod';
import { didYouMean, nearestName } from './nearest-name.ts';
import type { Report } from './problem.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** The checked value, or null after its mistakes were reported. `at`: where in the file the value stands. */
export function checkShape<T extends z.ZodType>(schema: T, source: YamlSource, report: Report, at: Path = []): z.output<T> | null {
  const value = valueAt(source.value, at);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const meant = new Set(result.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? meantKeys(issue, schema) : [])));
  for (const issue of result.error.issues) {
    if (!meant.has(issue.path.join('.'))) tell(issue, schema, source, report, at);
  }
  return null;
}

/** `yes` and `no`, as YAML 1.2 reads them (words), and `true` and `false`. */
export const YesNo = z.preprocess(
  (value) => (value === true ? 'yes' : value === false ? 'no' : value),
  z.enum(['yes', 'no']),
).transform((value) => value === 'yes');

function tell(issue: z.core.$ZodIssue, schema: z.ZodType, source: YamlSource, report: Report, at: Path): void {
  const inside = issue.path.filter((key) => typeof key !== 'symbol');
  const path = [...at, ...inside];
  const value = valueAt(source.value, path);
  const place = { file: source.file, line: source.lineOf(path) };
  const name = nameOf(path);
  const part = partAt(schema, inside);
  if (inside.length === 0 && value === null) return report(place, 'This file is empty.', 'Write it, or remove the file.');
  const wanted = part.description === '' ? '' : `${capital(part.description)}${part.description.endsWith('.') ? '' : '.'}`;

  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(part.schema);
    for (const key of issue.keys) {
      report({ file: source.file, line: source.lineOfKey(path, key) }, `"${key}" is not a key that is known here.`, didYouMean(key, known) || `Known keys: ${known.join(', ')}.`);
    }
    return;
  }
  if (value === undefined) return report(place, `${name} is missing.`, wanted || `Add ${name}.`);
  if (value === null) return report(place, `There is nothing after ${name}.`, wanted || 'Write its text after the colon, or remove the key.');
  switch (issue.code) {
    case 'invalid_type': {
      const { message, cure } = wrongKind(issue.expected, value, source.typed(path), name);
      return report(place, message, cure ?? (wanted || 'Write it as "key: value", each key on a line of its own.'));
    }
    case 'invalid_value': {
      const known = issue.values.map(String);
      return report(place, `${name} has "${shown(value)}", which is not known here.`, didYouMean(shown(value), known) || `Use one of: ${known.join(', ')}.`);
    }
    case 'too_big':
      return report(place, `${name} has ${amount(value)}; at most ${issue.maximum}.`, wanted || 'Make it shorter.');
    case 'too_small':
      return report(place, amount(value).startsWith('0 ') ? `${name} is empty.` : `${name} has ${amount(value)}; at least ${issue.minimum}.`, wanted || 'Add what is missing.');
    case 'invalid_key':
      return report(place, `The key "${path.at(-1)}" is not one that can stand here.`, wanted || 'Check its spelling.');
    case 'custom':
      return report(place, `${name}: ${issue.message}`, wanted || 'Change it.');
    default:
      return report(place, `${name} has "${shown(value)}", which does not fit.`, wanted || 'Change it.');
  }
}

function wrongKind(expected: string, value: unknown, typed: string, name: string): { message: string; cure?: string } {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return { message: `YAML reads ${typed} as ${typeof value === 'number' ? 'a number' : 'a yes-or-no sign'}, not as a text.`, cure: `Put it in quotes: "${typed}".` };
  }
  if (expected === 'string' && Array.isArray(value)) return { message: `${name} is a list; one text is expected.`, cure: 'If the text begins with [, put it in quotes.' };
  if (expected === 'string') {
    const entries: [string, unknown][] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return entries.every(([, inner]) => inner === null)
      ? { message: `${name}: a text that begins with { is taken for something else.`, cure: 'Put the whole text in quotes: "{like this}".' }
      : { message: `${name}: the colon after "${entries[0]?.[0] ?? ''}" makes YAML see a key there.`, cure: 'Put the whole text in quotes: "like: this".' };
  }
  if (expected === 'array') return { message: `${name} is a single value; a list is expected.`, cure: 'Write it in brackets: [one, two], or each on a line of its own after a dash.' };
  if (expected === 'number') return { message: `${name} has "${shown(value)}"; a number is expected.` };
  return { message: `${name} has "${shown(value)}"; keys with values are expected.` };
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'This file';
  if (typeof last === 'string') return `"${last}"`;
  const list = path.findLast((key) => typeof key === 'string');
  return `Number ${last + 1} in "${list ?? 'the list'}"`;
}

function amount(value: unknown): string {
  if (typeof value === 'string') return `${value.length} characters`;
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`;
  return shown(value);
}

function shown(value: unknown): string {
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function valueAt(value: unknown, path: Path): unknown {
  let inner = value;
  for (const key of path) inner = typeof inner === 'object' && inner !== null ? Object.getOwnPropertyDescriptor(inner, key)?.value : undefined;
  return inner;
}

/** The keys that misspelt ones stand for: that these are missing too need not be said. */
function meantKeys(issue: z.core.$ZodIssueUnrecognizedKeys, schema: z.ZodType): readonly string[] {
  const inside = issue.path.filter((key) => typeof key !== 'symbol');
  const known = keysOf(partAt(schema, inside).schema);
  return issue.keys.flatMap((key) => {
    const near = nearestName(key, known);
    return near === null ? [] : [[...inside, near].join('.')];
  });
}

function keysOf(schema: z.core.$ZodType | null): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** The schema at a path without what is wrapped around it, and the innermost description on the way there. */
function partAt(schema: z.core.$ZodType, path: Path): { readonly schema: z.core.$ZodType | null; readonly description: string } {
  let part = bare(schema);
  for (const key of path) {
    let next: z.core.$ZodType | undefined;
    if (part.schema instanceof z.ZodObject) next = part.schema.shape[String(key)];
    else if (part.schema instanceof z.ZodArray) next = part.schema.element;
    else if (part.schema instanceof z.ZodRecord) next = part.schema.valueType;
    if (!next) return { schema: null, description: '' };
    const inner = bare(next);
    part = { schema: inner.schema, description: inner.description || part.description };
  }
  return part;
}

/** Without `optional`, `default`, `preprocess` and `transform` around it. */
function bare(schema: z.core.$ZodType): { readonly schema: z.core.$ZodType; readonly description: string } {
  const own = schema instanceof z.ZodType ? (schema.description ?? '') : '';
  let inner: z.core.$ZodType | null = null;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) inner = schema.def.innerType;
  else if (schema instanceof z.ZodPipe) inner = schema.in instanceof z.ZodTransform ? schema.out : schema.in;
  if (inner === null) return { schema, description: own };
  const within = bare(inner);
  return { schema: within.schema, description: own || within.description };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
