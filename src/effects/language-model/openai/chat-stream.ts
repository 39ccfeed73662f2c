import type OpenAI from 'openai';
import type { ModelRequest, ModelUsage } from '../language-model.port.js';
import type { AnswerPart } from './collected-answer.js';
import type { Dialect } from './dialect.js';
import { ServerRefused } from './disposition.js';
import { isFields } from './server-said.js';
import { wireMessages } from './wire-messages.js';

type Body = OpenAI.Chat.ChatCompletionCreateParamsStreaming;

/** The request in the words of Chat Completions, the endpoint that every compatible server has. */
export function chatBody(model: string, request: ModelRequest, dialect: Dialect): Body {
  const { schema } = request;
  return {
    model,
    messages: wireMessages(request, dialect),
    stream: true,
    ...(dialect.hasStreamOptions && { stream_options: { include_usage: true } }),
    [dialect.limit]: request.maxOutputTokens,
    ...(schema &&
      dialect.hasSchemas && { response_format: { type: 'json_schema', json_schema: { ...schema, strict: true } } }),
  };
}

/**
 * Reads a chunk, or a whole answer of a server that does not stream. Servers differ in what they leave out and where they
 * put an error. @throws ServerRefused if it reports a failure
 */
export function* chatParts(item: unknown): Generator<AnswerPart> {
  if (!isFields(item)) throw new ServerRefused({}, item);
  // Only OpenAI always sends the list of choices.
  const choices = Array.isArray(item['choices']) ? (item['choices'] as unknown[]) : undefined;
  const choice = isFields(choices?.[0]) ? choices[0] : {};
  if (hasFailed(item, choices) || isSet(choice['error']) || choice['finish_reason'] === 'error') {
    throw new ServerRefused({}, isSet(choice['error']) ? { error: choice['error'] } : item);
  }
  if (typeof item['model'] === 'string' && item['model'] !== '') yield { type: 'model', model: item['model'] };
  const said = choice['delta'] ?? choice['message'];
  if (isFields(said)) yield* saidParts(said);
  if (typeof choice['finish_reason'] === 'string') yield { type: 'finish', reason: choice['finish_reason'] };
  else if (isFields(choice['message'])) yield { type: 'finish', reason: 'stop' };
  // Groq's own place for it.
  const own = isFields(item['x_groq']) ? item['x_groq']['usage'] : undefined;
  const usage = usageIn(item['usage'] ?? own);
  if (!usage) return;
  yield { type: 'usage', usage };
  if (choices?.length === 0) yield { type: 'finish', reason: 'usage' };
}

/** vLLM's and FastAPI's errors are the body itself. */
function hasFailed(item: Readonly<Record<string, unknown>>, choices: readonly unknown[] | undefined): boolean {
  if (isSet(item['error']) || item['object'] === 'error') return true;
  return choices === undefined && (isSet(item['detail']) || typeof item['message'] === 'string');
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '';
}

/** vLLM and DeepSeek say `reasoning_content`, OpenRouter and Ollama `reasoning`; Mistral's content is a list with `thinking`. */
function* saidParts(said: Readonly<Record<string, unknown>>): Generator<AnswerPart> {
  const reasoning = said['reasoning_content'] ?? said['reasoning'];
  if (typeof reasoning === 'string' && reasoning !== '') yield { type: 'reasoning', delta: reasoning };
  const { content, refusal } = said;
  for (const part of Array.isArray(content) ? (content as unknown[]) : [content]) {
    if (typeof part === 'string' && part !== '') yield { type: 'text', delta: part };
    if (!isFields(part)) continue;
    if (typeof part['text'] === 'string' && part['text'] !== '') yield { type: 'text', delta: part['text'] };
    if (isSet(part['thinking'])) yield { type: 'reasoning', delta: textIn(part['thinking']) };
  }
  if (typeof refusal === 'string' && refusal !== '') yield { type: 'refusal', delta: refusal };
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textIn).join('');
  return isFields(value) ? textIn(value['text']) : '';
}

function usageIn(given: unknown): ModelUsage | undefined {
  if (!isFields(given)) return undefined;
  const usage = given as Partial<OpenAI.CompletionUsage>;
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = usage;
  if (typeof inputTokens !== 'number' || typeof outputTokens !== 'number') return undefined;
  const cachedTokens = usage.prompt_tokens_details?.cached_tokens;
  const reasoningTokens = usage.completion_tokens_details?.reasoning_tokens;
  return {
    inputTokens,
    outputTokens,
    ...(typeof cachedTokens === 'number' && { cachedTokens }),
    ...(typeof reasoningTokens === 'number' && { reasoningTokens }),
  };
}
