import { describe, expect, it } from '@jest/globals';
import { disposition, ServerRefused } from './disposition.js';

const failure = (status: number | undefined, body: unknown, headers: Record<string, string> = {}) =>
  disposition(
    // As the client wraps what its fetch throws.
    new Error('Connection error.', {
      cause: new ServerRefused({ ...(status !== undefined && { status }), headers: new Headers(headers) }, body),
    }),
    'http://localhost:11434/v1',
  );
const of = (message: string, more: object = {}) => ({ error: { message, ...more } });

describe('what a failure means', () => {
  it.each<[string, number | undefined, unknown, object]>([
    [
      'a rate limit in a chunk',
      undefined,
      of('Slow down.', { code: 429 }),
      { kind: 'transient', code: 'model_rate_limited' },
    ],
    [
      'a quota',
      429,
      of('You exceeded your current quota', { code: 'insufficient_quota' }),
      { kind: 'fatal', code: 'model_quota' },
    ],
    ['no credit for this', 402, of('Insufficient credits.'), { kind: 'content', code: 'model_credit' }],
    ['a wrong key', 401, of('Bad key.'), { kind: 'fatal', code: 'model_unauthorized' }],
    ['no such model', 404, of('model "x" not found, try pulling it first'), { kind: 'fatal', code: 'model_not_found' }],
    [
      'a window too small',
      400,
      of('too long', { code: 'context_length_exceeded' }),
      { kind: 'content', code: 'model_prompt_too_long' },
    ],
    [
      'a window too small, in a stream',
      undefined,
      of('the request exceeds the available context size (4096 tokens)', { type: 'exceed_context_size_error' }),
      { kind: 'content', code: 'model_prompt_too_long' },
    ],
    [
      'a filter',
      400,
      of('The response was filtered', { code: 'content_filter', status: 400 }),
      { kind: 'content', code: 'model_content_filter' },
    ],
    [
      'a moderation',
      403,
      of('Your chosen model requires moderation and your input was flagged', { code: 403 }),
      { kind: 'content', code: 'model_content_filter' },
    ],
    ['a bad request', 400, of('Nonsense.'), { kind: 'fatal', code: 'model_bad_request' }],
    ['a server that gave up', 408, of('Too slow.'), { kind: 'transient', code: 'model_unavailable' }],
    ['a server that failed', 503, of('Loading model'), { kind: 'transient', code: 'model_unavailable' }],
    [
      'vLLM’s own shape',
      undefined,
      { object: 'error', message: 'Engine died', code: 500 },
      { kind: 'transient', code: 'model_unavailable' },
    ],
    [
      'a page of something else',
      404,
      '<!doctype html><title>Welcome</title>',
      { kind: 'fatal', code: 'model_not_an_api' },
    ],
    ['a page of a proxy', 503, '<html><h1>Service unavailable</h1>', { kind: 'transient', code: 'model_unavailable' }],
  ])('is the same wherever the server tells it: %s', (_, status, body, expected) => {
    expect(failure(status, body)).toMatchObject(expected);
  });

  it.each<[string, unknown, string]>([
    ['OpenAI', of('Oh dear.'), 'Oh dear.'],
    ['Ollama', { error: 'model requires more system memory (9 GiB)' }, 'model requires more system memory (9 GiB)'],
    ['FastAPI', { detail: [{ loc: ['body', 'messages', 0], msg: 'Field required' }] }, 'messages.0: Field required'],
    [
      'OpenRouter',
      of('Provider returned error', { metadata: { raw: 'upstream is full' } }),
      'Provider returned error: upstream is full',
    ],
    [
      'Mistral',
      { object: 'error', message: { detail: [{ loc: ['body', 'store'], msg: 'Extra inputs are not permitted' }] } },
      'store: Extra inputs are not permitted',
    ],
    ['Gemini', [of('User location is not supported')], 'User location is not supported'],
    ['a page', '<html><body><h1>502 Bad\n Gateway</h1></body></html>', '502 Bad Gateway'],
    ['nothing', '', 'it does not say why'],
  ])('is told in the server’s own words: %s', (_, body, words) => {
    expect(failure(500, body).message).toBe(`The model’s server failed (500): ${words}`);
  });

  it.each<[string, Record<string, string>, unknown, number]>([
    ['in seconds', { 'retry-after': '7' }, of('Slow.'), 7_000],
    ['in milliseconds', { 'retry-after-ms': '250' }, of('Slow.'), 250],
    ['in Gemini’s details', {}, [of('Slow.', { details: [{ retryDelay: '34s' }] })], 34_000],
    ['in words', {}, of('Please try again in 1m7.5s. Visit the page about your quota.'), 67_500],
  ])('has the server’s own rule for a retry: %s', (_, headers, body, retryAfterMs) => {
    expect(failure(429, body, headers)).toMatchObject({ code: 'model_rate_limited', retryAfterMs });
  });

  it('names what to set where the window is too small', () => {
    const { message } = failure(400, of('the request exceeds the available context size (4096 tokens)'));
    expect(message).toContain('4096');
    expect(message).toContain('OLLAMA_CONTEXT_LENGTH');
  });
});
