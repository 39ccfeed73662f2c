import type OpenAI from 'openai';
import type { ModelRequest, ModelUsage } from '../language-model.port.js';
import type { AnswerPart } from './collected-answer.js';
import type { Dialect } from './dialect.js';
import { ServerRefused } from './disposition.js';
import { isFields } from './server-said.js';
import { wireMessages } from './wire-messages.js';

type Body = OpenAI.Responses.ResponseCreateParamsStreaming;
type Fields = Readonly<Record<string, unknown>>;

/** The request in the words of OpenAI's Responses endpoint. Nothing is kept at the server. */
export function responsesBody(model: string, request: ModelRequest, dialect: Dialect): Body {
  const { schema } = request;
  return {
    model,
    input: wireMessages(request, dialect).map(({ role, content }) => ({ role, content })),
    stream: true,
    ...(dialect.hasStore && { store: false }),
    max_output_tokens: request.maxOutputTokens,
    ...(schema && dialect.hasSchemas && { text: { format: { type: 'json_schema', ...schema, strict: true } } }),
  };
}

/**
 * Reads an event of the stream, or a whole response of a server that does not stream. @throws ServerRefused if it reports
 * of a failure
 */
export function* responsesParts(item: unknown): Generator<AnswerPart> {
  if (!isFields(item)) throw new ServerRefused({}, item);
  const { type, delta, response } = item;
  switch (type) {
    case 'response.output_text.delta':
      yield { type: 'text', delta: String(delta) };
      return;
    case 'response.refusal.delta':
      yield { type: 'refusal', delta: String(delta) };
      return;
    case 'response.reasoning_text.delta':
    case 'response.reasoning_summary_text.delta':
      yield { type: 'reasoning', delta: String(delta) };
      return;
    case 'response.completed':
    case 'response.incomplete':
    case 'response.failed':
      yield* outcomeOf(isFields(response) ? response : {});
      return;
    case undefined:
      yield* wholeParts(item);
      return;
    case 'error':
      throw new ServerRefused({}, item);
    default:
      if (item['error']) throw new ServerRefused({}, item);
  }
}

/** Without a stream: the response itself, or the error of one. */
function* wholeParts(item: Fields): Generator<AnswerPart> {
  if (item['object'] !== 'response') throw new ServerRefused({}, item);
  for (const output of listIn(item['output'])) {
    for (const part of listIn(output['content'])) {
      if (typeof part['text'] === 'string') yield { type: 'text', delta: part['text'] };
      if (typeof part['refusal'] === 'string') yield { type: 'refusal', delta: part['refusal'] };
    }
  }
  yield* outcomeOf(item);
}

function listIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function* outcomeOf(response: Fields): Generator<AnswerPart> {
  const { model, usage, status, error, incomplete_details: details } = response;
  if (status === 'failed' || isFields(error)) throw new ServerRefused({}, response);
  if (typeof model === 'string') yield { type: 'model', model };
  const counted = usageIn(usage);
  if (counted) yield { type: 'usage', usage: counted };
  const reason = isFields(details) ? details['reason'] : undefined;
  const isWhole = status !== 'incomplete';
  yield { type: 'finish', reason: isWhole ? 'stop' : reason === 'content_filter' ? reason : 'length' };
}

function usageIn(given: unknown): ModelUsage | undefined {
  if (!isFields(given)) return undefined;
  const usage = given as Partial<OpenAI.Responses.ResponseUsage>;
  const { input_tokens: inputTokens, output_tokens: outputTokens } = usage;
  if (typeof inputTokens !== 'number' || typeof outputTokens !== 'number') return undefined;
  // Optional at other servers than OpenAI's.
  const cachedTokens = usage.input_tokens_details?.cached_tokens;
  const reasoningTokens = usage.output_tokens_details?.reasoning_tokens;
  return {
    inputTokens,
    outputTokens,
    ...(typeof cachedTokens === 'number' && { cachedTokens }),
    ...(typeof reasoningTokens === 'number' && { reasoningTokens }),
  };
}
