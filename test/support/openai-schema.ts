import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The official OpenAPI description of three requests, trimmed (github.com/openai/openai-openapi, MIT). */
const OPENAI_SCHEMAS = join(import.meta.dirname, '../fixtures/openai/requests.openapi.json');

/** A validator for a request body, from the description of OpenAI. */
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

/** Converts OpenAPI keywords to JSON Schema: `nullable` becomes another type, and a discriminator adds nothing to `oneOf`. */
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
