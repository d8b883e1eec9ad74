/**
 * Discord's own OpenAPI file as checks of bodies. The file leaves objects open and calls ids integers that travel as digit strings;
 * both are put right here, or misspelt keys would pass and good bodies would not.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';

export type Check = (body: unknown) => readonly string[];

/** `file`: the parsed OpenAPI document. */
export function openapiChecks(file: unknown): (schema: string) => Check {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
  ajv.addSchema(closed(file) as object, 'discord');
  return (schema) => {
    const validate = ajv.compile({ $ref: `discord#/components/schemas/${schema}`, unevaluatedProperties: false });
    return (body) => (validate(body) ? [] : (validate.errors ?? []).map((error) => `${schema}${error.instancePath}: ${error.message ?? error.keyword}`));
  };
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, closed(each)] as const);
  const copy: Record<string, unknown> = Object.fromEntries(entries);
  if (copy['type'] === 'object' && copy['properties'] !== undefined && copy['unevaluatedProperties'] === undefined) copy['unevaluatedProperties'] = false;
  // `allOf` beside an enum only names the list that the value is from.
  if (copy['enum'] !== undefined) delete copy['allOf'];
  return copy;
}
