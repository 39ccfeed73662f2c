import { describe, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** OpenAI's own description of its requests (MIT), beside the project and not part of it. */
const OPENAI_SCHEMAS = join(import.meta.dirname, '../../../shared/data/openai-requests.openapi.json');

/** `describe` for what is checked against OpenAI's own schemas: skipped by name where they are not at hand. */
export function describeWithOpenAiSchemas(name: string, fn: () => void): void {
  if (existsSync(OPENAI_SCHEMAS)) describe(name, fn);
  else describe.skip(`${name} (needs ${OPENAI_SCHEMAS})`, fn);
}

/** The same for one test. */
export function itWithOpenAiSchemas(name: string, fn: () => void): void {
  if (existsSync(OPENAI_SCHEMAS)) it(name, fn);
  else it.skip(`${name} (needs ${OPENAI_SCHEMAS})`, fn);
}

/** Checks a request body as OpenAI describes it. */
export function openAiSchema(
  schema: 'CreateChatCompletionRequest' | 'CreateResponse' | 'CreateImageRequest',
): ValidateFunction {
  const api = forAjv(JSON.parse(readFileSync(OPENAI_SCHEMAS, 'utf8'))) as object;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema(api, 'openai');
  const validate = ajv.getSchema(`openai#/components/schemas/${schema}`);
  if (!validate) throw new Error(`OpenAI's description has no ${schema}.`);
  return validate;
}

/** OpenAPI's own words in JSON Schema's: `nullable` is a type more, a discriminator says nothing that `oneOf` does not. */
function forAjv(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(forAjv);
  if (typeof value !== 'object' || value === null) return value;
  const {
    nullable,
    discriminator: _,
    ...schema
  } = Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'example' || key === 'examples' ? null : forAjv(part)]),
  );
  if (nullable !== true) return schema;
  return { anyOf: [schema, { type: 'null' }] };
}
