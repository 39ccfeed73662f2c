import { describe, expect, it } from '@jest/globals';
import { learntDialect, outputLimit, usualDialect } from './dialect.js';
import { lessonsIn, type RefusedRequest } from './lessons-in.js';
import { serverSaid } from './server-said.js';

const asked: RefusedRequest = {
  dialect: usualDialect('http://localhost:8000/v1'),
  hasSchema: true,
  hasSystem: true,
  inputTokens: 1_400,
  maxOutputTokens: 8_000,
};
const taught = (status: number | undefined, body: unknown, more: Partial<RefusedRequest> = {}) =>
  lessonsIn(serverSaid({ status, body }), { ...asked, ...more }, new Date('2026-11-27T12:00:00Z'));
const of = (message: string) => ({ error: { message } });

describe('what a refusal teaches', () => {
  it.each<[string, number | undefined, unknown, string]>([
    ['Gemma behind Hugging Face', 400, of('System role not supported'), 'system_role'],
    ['a chat template', 500, of('Conversation roles must alternate user/assistant/user/assistant/...'), 'system_role'],
    [
      'Gemini’s Gemma',
      400,
      [{ error: { message: 'Developer instruction is not enabled for models/gemma' } }],
      'system_role',
    ],
    ['Groq', 400, of('This model does not support response format `json_schema`.'), 'schema'],
    [
      'Groq, of an answer that did not keep to it',
      400,
      { error: { message: 'Failed to generate JSON.', code: 'json_validate_failed', failed_generation: '{' } },
      'schema',
    ],
    ['llama.cpp', 500, of('failed to parse grammar'), 'schema'],
    ['OpenRouter', 404, of('No endpoints found that support the requested parameters'), 'schema'],
    ['Gemini', 400, [{ error: { message: 'Unknown name "additionalProperties" at response_schema' } }], 'schema'],
    ['Mistral', 422, { detail: [{ loc: ['body', 'response_format', 'type'], msg: 'Input should be text' }] }, 'schema'],
    ['a server that answers with 200', undefined, of('structured_outputs are not available for this model'), 'schema'],
    [
      'a strict server',
      422,
      { detail: [{ loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted' }] },
      'stream_options',
    ],
    ['a proxy', 400, of('Unrecognized request argument supplied: store'), 'store'],
    ['Azure', 400, of("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."), 'limit_parameter'],
  ])('is not to ask for it again: %s', (_, status, body, trait) => {
    const { lessons, isWorthAsking } = taught(status, body);
    expect([lessons.map((lesson) => lesson.trait), isWorthAsking]).toEqual([[trait], true]);
    const dialect = learntDialect(asked.dialect, lessons);
    expect(taught(status, body, { dialect }).isWorthAsking).toBe(false);
  });

  it.each<[string, number, unknown, number]>([
    [
      'vLLM',
      400,
      of(
        "'max_tokens' or 'max_completion_tokens' is too large: 8000. This model's maximum context length is 8192 tokens and your request has 1500 input tokens (8000 > 8192 - 1500).",
      ),
      8192 - 1500 - 33,
    ],
    [
      'OpenAI',
      400,
      of(
        "This model's maximum context length is 4,097 tokens. However, you requested 9500 tokens (1500 in the messages, 8000 in the completion).",
      ),
      4097 - 1500 - 33,
    ],
    ['OpenRouter', 402, of('You requested up to 8000 tokens, but can only afford 2666.'), 2666],
    ['Groq', 400, of('`max_tokens` must be less than or equal to `4096`, the maximum value for this model'), 4096],
    ['OpenAI', 400, of('max_tokens is too large: 8000. This model supports at most 4096 completion tokens'), 4096],
    ['DeepSeek', 400, of('Invalid max_tokens value, the valid range of max_tokens is [1, 4096]'), 4096],
    [
      'FastAPI',
      422,
      { detail: [{ loc: ['body', 'max_tokens'], msg: 'Input should be less than or equal to 4096' }] },
      4096,
    ],
  ])('is a limit where it names one: %s', (_, status, body, limit) => {
    const { lessons, isWorthAsking } = taught(status, body);
    expect(isWorthAsking).toBe(true);
    const now = new Date('2026-11-27T12:00:01Z');
    expect(outputLimit(8_000, 1_400, learntDialect(asked.dialect, lessons, now))).toBe(limit);
  });

  it.each<[string, unknown]>([
    [
      'llama.cpp',
      {
        code: 400,
        message: 'the request exceeds the available context size (2048 tokens)',
        n_prompt_tokens: 2900,
        n_ctx: 2048,
      },
    ],
    [
      'LM Studio',
      'The number of tokens to keep from the initial prompt is greater than the context length (n_keep: 2900>= n_ctx: 2048).',
    ],
  ])('is a window that leaves no room: nothing is asked again, and it is known from then on: %s', (_, error) => {
    const { lessons, isWorthAsking } = taught(400, { error });
    expect(isWorthAsking).toBe(false);
    expect(outputLimit(8_000, 1_400, learntDialect(asked.dialect, lessons))).toBeLessThan(0);
  });

  it('is for a while alone where it is about credit', () => {
    const { lessons } = taught(402, of('but can only afford 2666'));
    expect(lessons).toMatchObject([{ trait: 'output_tokens', until: '2026-11-27T12:10:00.000Z' }]);
    expect(learntDialect(asked.dialect, lessons, new Date('2026-11-27T12:11:00Z')).outputTokens).toBeUndefined();
  });

  it.each<[string, number | undefined, unknown]>([
    ['a wrong key', 401, of('invalid system key')],
    ['a rate limit', 429, of('json_schema requests are limited')],
    ['an overloaded server', 503, of('The system is overloaded')],
    ['no words at all', 400, ''],
    ['a model that is not there', 404, of('model "llama9" not found, try pulling it first')],
  ])('is nothing where it is about %s', (_, status, body) => {
    expect(taught(status, body)).toEqual({ lessons: [], isWorthAsking: false });
  });

  it('is nothing about what was not asked for', () => {
    expect(taught(400, of('response_format is unknown'), { hasSchema: false }).lessons).toEqual([]);
    expect(taught(400, of('System role not supported'), { hasSystem: false }).lessons).toEqual([]);
  });
});
