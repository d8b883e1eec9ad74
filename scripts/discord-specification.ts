/**
 * Makes `tests/fakes/discord/specification/bodies.js` from Discord's own OpenAPI file (https://github.com/discord/discord-api-spec,
 * `specs/openapi.json`, MIT): `node scripts/discord-specification.ts openapi.json`. The result is a function for each body that the
 * adapter may send, compiled beforehand, because compiling takes longer than a test should.
 *
 * Three things are put right on the way, or misspelt keys would pass and good bodies would not: objects are closed,
 * whole numbers may come as strings of digits (the file's own README says so), and an `allOf` beside an `enum`, which only names the list, goes.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { schemas } from '../tests/fakes/discord/specification/calls.ts';

type Json = Readonly<Record<string, unknown>>;
const source = process.argv[2];
if (source === undefined) throw new Error('which file? node scripts/discord-specification.ts openapi.json');
const file = JSON.parse(readFileSync(source, 'utf8')) as { readonly info: Json; readonly components: { readonly schemas: Readonly<Record<string, Json>> } };

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(value).map(([key, each]) => [renamed(key), key === '$ref' ? String(each).replace('#/components/schemas/', 'discord#/$defs/') : closed(each)]));
  if (copy['enum'] !== undefined) delete copy['allOf'];
  for (const annotation of ['format', 'contentEncoding', 'title', 'description', 'x-discord-union']) if (typeof copy[annotation] === 'string') delete copy[annotation];
  if (copy['type'] === 'object' && copy['properties'] !== undefined) copy['additionalProperties'] = false;
  return copy['enum'] === undefined && copy['const'] === undefined && copy['anyOf'] === undefined && typesOf(copy).includes('integer') ? digits(copy) : copy;
}

/** A nonce of digits is a whole number and a string: the file's "one of" is "any of" here. */
const renamed = (key: string): string => (key === 'oneOf' ? 'anyOf' : key);
const typesOf = (schema: Json): readonly unknown[] => [schema['type']].flat();
const digits = (schema: Json): Json => ({ anyOf: [schema, { type: 'string', pattern: '^-?\\d+$' }] });

/** The schemas that these lead to. */
function reached(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, next = ''] of JSON.stringify(file.components.schemas[name]).matchAll(/#\/components\/schemas\/(\w+)/gu)) walk(next);
  };
  names.forEach(walk);
  return found;
}

const used = [...reached(schemas)].toSorted();
const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false, unicode: false, messages: false, inlineRefs: false, code: { source: true, esm: true, optimize: 2 } });
ajv.addSchema({ $id: 'discord', $defs: Object.fromEntries(used.map((name) => [name, closed(file.components.schemas[name])])) });
for (const name of schemas) ajv.addSchema({ $id: name, $ref: `discord#/$defs/${name}` });
const code = standalone.default(ajv, Object.fromEntries(schemas.map((name) => [name, name])));
const head = `// Made by scripts/discord-specification.ts from Discord's OpenAPI file (version ${String(file.info['version'])}); the licence is beside it.\n// oxlint-disable\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n`;
writeFileSync(new URL('../tests/fakes/discord/specification/bodies.js', import.meta.url), head + code.replace('"use strict";', ''));
process.stdout.write(`${schemas.length} bodies from ${used.length} schemas, ${Math.round(code.length / 1024)} KB\n`);
