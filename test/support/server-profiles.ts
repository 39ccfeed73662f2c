import { tokensOf } from '../../src/effects/language-model/tokens.js';
import { chunk, event } from './model-server.js';
import { type Asked, messagesOf, type Quirk, type ServerProfile } from './served-as.js';

const PROFILE = 'app/(tabs)/profile.tsx';
const SETTINGS = 'app/settings.tsx';
const firstOf =
  (about: string): Quirk['when'] =>
  (asked) =>
    asked.about === about && asked.time === 1;
const of = (message: string, more: object = {}): object => ({ error: { message, ...more } });
const limitOf = (body: Asked['body']): number =>
  Number(body['max_tokens'] ?? body['max_completion_tokens'] ?? body['max_output_tokens']);
/** The token count of vLLM, whose tokenizer differs from ours. */
const readBy = (body: Asked['body']): number =>
  Math.ceil(
    1.15 *
      tokensOf(
        messagesOf(body)
          .map(({ content }) => content)
          .join('\n'),
      ),
  );
const WINDOW = 12_288;
const hasSystem = ({ body }: Asked): boolean => messagesOf(body).some(({ role }) => role === 'system');
const hasSchema = ({ body }: Asked): boolean => 'response_format' in body || 'text' in body;
/** Whether the request uses a property that the endpoints of OpenAI reject. */
const isStranger = ({ body }: Asked): boolean => 'max_tokens' in body || body['store'] === true;
const unsupported = of("Unsupported parameter: 'max_tokens' is not supported with this model.", {
  type: 'invalid_request_error',
  param: 'max_tokens',
  code: 'unsupported_parameter',
});
const FILTERED = of(
  "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
  {
    code: 'content_filter',
    param: 'prompt',
    status: 400,
  },
);

/** The servers of docs/models.md, in its order. */
export const SERVER_PROFILES: readonly ServerProfile[] = [
  {
    name: 'OpenAI',
    baseUrl: 'http://api.openai.com/v1',
    model: 'gpt-5.4-mini',
    requests: { chat: 7, responses: 7 },
    quirks: [{ when: isStranger, refuses: [400, unsupported] }],
  },
  {
    name: 'Azure',
    baseUrl: 'http://acme.openai.azure.com/openai/v1',
    model: 'our-deployment',
    // An answer that the filter stopped is requested again; a refused request is not.
    requests: { chat: 8, responses: 8 },
    quirks: [
      { when: isStranger, refuses: [400, unsupported] },
      { when: ({ about }) => about === PROFILE, refuses: [400, FILTERED] },
      { when: firstOf(SETTINGS), halfway: { finish: 'content_filter' } },
    ],
    frames: { before: chunk({}, null, { choices: [], model: '', prompt_filter_results: [{ prompt_index: 0 }] }) },
    notes: [/A filter of the model’s server refuses this: .* stands in for screen:Profile/],
    left: [PROFILE],
  },
  {
    name: 'Ollama',
    model: 'qwen3-coder',
    lists: { '/api/tags': { models: [{ name: 'qwen3-coder', details: { parameter_size: '30.5B' } }] } },
    requests: { chat: 7 },
    // Its context window is small by default, and it truncates silently.
    frames: { thought: { content: '', reasoning: 'Hm.' }, readTokens: 2048 },
    notes: [/read about 2048 of the \d+ tokens it was sent: .* OLLAMA_CONTEXT_LENGTH=16384/],
  },
  {
    name: 'llama.cpp',
    model: 'qwen2.5-coder-7b-instruct-q4_k_m.gguf',
    writes: 'plan',
    // It is still loading the model, and then fails in the middle of a stream.
    requests: { chat: 3 },
    quirks: [
      { when: firstOf('plan'), refuses: [503, of('Loading model', { code: 503, type: 'unavailable_error' })] },
      {
        when: ({ time }) => time === 2,
        halfway: { sends: event(of('slot was released', { code: 500, type: 'server_error' })) },
      },
    ],
    frames: { thought: { reasoning_content: 'Hm.' } },
  },
  {
    name: 'vLLM',
    baseUrl: 'http://gpu.lan:8000/v1',
    model: 'google/gemma-3-27b-it',
    // Its chat template has no system role, and its context window is full. The service learns both from the refusals.
    requests: { chat: 9, responses: 7 },
    quirks: [
      {
        when: hasSystem,
        refuses: [400, { object: 'error', message: 'System role not supported', type: 'BadRequestError', code: 400 }],
      },
      {
        when: ({ body }) => readBy(body) + limitOf(body) > WINDOW,
        refuses: ({ body }) => [
          400,
          of(
            `'max_tokens' or 'max_completion_tokens' is too large: ${limitOf(body)}. This model's maximum context length is ${WINDOW} tokens and your request has ${readBy(body)} input tokens.`,
            { type: 'BadRequestError', code: 400 },
          ),
        ],
      },
    ],
    frames: { thought: { reasoning_content: 'Hm.' } },
  },
  {
    name: 'LM Studio',
    model: 'qwen2.5-7b-instruct',
    writes: 'plan',
    requests: { chat: 2, responses: 1 },
    quirks: [
      {
        when: ({ time, body }) => time === 1 && 'messages' in body,
        halfway: {
          sends: `event: error\n${event({ error: { message: 'Model was unloaded while it was generating.' } })}`,
        },
      },
    ],
  },
  {
    name: 'OpenRouter',
    baseUrl: 'http://openrouter.ai/api/v1',
    model: 'qwen/qwen3-coder',
    // Too little credit for the usual limit of a plan, and a provider that fails in the middle of an answer.
    requests: { chat: 9 },
    quirks: [
      {
        when: ({ body }) => limitOf(body) > 2_666,
        refuses: [
          402,
          of('This request requires more credits. You requested up to 6000 tokens, but can only afford 2666.', {
            code: 402,
          }),
        ],
      },
      {
        when: firstOf(SETTINGS),
        halfway: {
          sends: chunk({ content: '' }, 'error', {
            error: { code: 502, message: 'Provider returned error' },
            choices: [
              { index: 0, delta: { content: '' }, finish_reason: 'error', error: { code: 502, message: 'Full.' } },
            ],
          }),
        },
      },
    ],
    frames: { before: ': OPENROUTER PROCESSING\n\n'.repeat(3), thought: { content: '', reasoning: 'Hm.' } },
  },
  {
    name: 'Groq',
    baseUrl: 'http://api.groq.com/openai/v1',
    model: 'llama-3.3-70b-versatile',
    // It supports schemas for some models only, and its rate limit says how long to wait.
    requests: { chat: 9 },
    quirks: [
      { when: hasSchema, refuses: [400, of('This model does not support response format `json_schema`.')] },
      {
        when: firstOf(SETTINGS),
        refuses: [
          429,
          of('Rate limit reached for model. Please try again in 90ms.', { code: 'rate_limit_exceeded' }),
          { 'retry-after': '0.1' },
        ],
      },
    ],
    frames: { usage: 'x_groq' },
  },
  {
    name: 'Gemini',
    baseUrl: 'http://generativelanguage.googleapis.com/v1beta/openai',
    model: 'gemini-2.5-flash',
    requests: { chat: 8 },
    quirks: [
      {
        when: firstOf('plan'),
        refuses: [
          429,
          [
            of('Resource has been exhausted.', {
              code: 429,
              status: 'RESOURCE_EXHAUSTED',
              details: [{ retryDelay: '0.1s' }],
            }),
          ],
        ],
      },
    ],
    frames: { usage: 'every chunk' },
  },
  {
    name: 'Mistral',
    baseUrl: 'http://api.mistral.ai/v1',
    model: 'magistral-medium-latest',
    // It refuses unknown properties, and has its own finish reason for a full context window.
    requests: { chat: 9 },
    quirks: [
      {
        when: ({ body }) => 'stream_options' in body || 'max_completion_tokens' in body,
        refuses: [
          422,
          {
            object: 'error',
            message: {
              detail: [
                {
                  type: 'extra_forbidden',
                  loc: ['body', 'stream_options', 'include_usage'],
                  msg: 'Extra inputs are not permitted',
                },
              ],
            },
            type: 'invalid_request_error',
          },
        ],
      },
      { when: firstOf(SETTINGS), halfway: { finish: 'model_length' } },
    ],
    frames: {
      thought: { content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] }] },
      delta: (text) => ({ content: [{ type: 'text', text }] }),
      usage: 'last chunk',
    },
  },
];
