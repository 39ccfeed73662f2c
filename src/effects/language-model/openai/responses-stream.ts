import type OpenAI from 'openai';
import { ModelError, type ModelRequest, type ModelUsage } from '../language-model.port.js';
import type { AnswerPart } from './collected-answer.js';

type Body = OpenAI.Responses.ResponseCreateParamsStreaming;
type Event = OpenAI.Responses.ResponseStreamEvent;
type Response = OpenAI.Responses.Response;

/** The request in the words of OpenAI's Responses endpoint. Nothing is kept at the server. */
export function responsesBody(model: string, request: ModelRequest): Body {
  const { schema } = request;
  return {
    model,
    input: request.messages.map(({ role, content }) => ({ role, content })),
    stream: true,
    store: false,
    max_output_tokens: request.maxOutputTokens,
    ...(schema && { text: { format: { type: 'json_schema', ...schema, strict: true } } }),
  };
}

/** What an event of the stream tells. @throws ModelError where it tells of a failure */
export function* responsesParts(event: Event): Generator<AnswerPart> {
  switch (event.type) {
    case 'response.output_text.delta':
      yield { type: 'text', delta: event.delta };
      return;
    case 'response.refusal.delta':
      yield { type: 'refusal', delta: event.delta };
      return;
    case 'response.reasoning_text.delta':
    case 'response.reasoning_summary_text.delta':
      yield { type: 'reasoning', delta: event.delta };
      return;
    case 'response.completed':
      yield* outcomeOf(event.response);
      yield { type: 'finish', reason: 'stop' };
      return;
    case 'response.incomplete': {
      yield* outcomeOf(event.response);
      const reason = event.response.incomplete_details?.reason;
      yield { type: 'finish', reason: reason === 'content_filter' ? reason : 'length' };
      return;
    }
    case 'response.failed':
      throw serverFailed(event.response.error?.message);
    case 'error':
      throw serverFailed(event.message);
    default:
      return;
  }
}

function* outcomeOf(response: Response): Generator<AnswerPart> {
  yield { type: 'model', model: response.model };
  if (response.usage) yield { type: 'usage', usage: usageOf(response.usage) };
}

function usageOf(usage: OpenAI.Responses.ResponseUsage): ModelUsage {
  // Optional at other servers than OpenAI's.
  const details = usage as Partial<typeof usage>;
  const cachedTokens = details.input_tokens_details?.cached_tokens;
  const reasoningTokens = details.output_tokens_details?.reasoning_tokens;
  return {
    inputTokens: usage.input_tokens,
    outputTokens: usage.output_tokens,
    ...(cachedTokens !== undefined && { cachedTokens }),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
  };
}

function serverFailed(message: string | undefined): ModelError {
  return new ModelError(`The model's server failed: ${message ?? 'it does not say why'}`, {
    kind: 'transient',
    code: 'model_unavailable',
  });
}
