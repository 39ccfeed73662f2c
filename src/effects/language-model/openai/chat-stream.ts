import type OpenAI from 'openai';
import type { ModelRequest, ModelUsage } from '../language-model.port.js';
import type { AnswerPart } from './collected-answer.js';

type Body = OpenAI.Chat.ChatCompletionCreateParamsStreaming;
type Chunk = OpenAI.Chat.ChatCompletionChunk;

/** What a server has told us it does not know. */
export interface Dialect {
  readonly limit: 'max_completion_tokens' | 'max_tokens';
  readonly hasSchemas: boolean;
  readonly hasStreamOptions: boolean;
}

/** The request in the words of Chat Completions, the endpoint that every compatible server has. */
export function chatBody(model: string, request: ModelRequest, dialect: Dialect): Body {
  const { schema } = request;
  return {
    model,
    messages: [...request.messages],
    stream: true,
    ...(dialect.hasStreamOptions && { stream_options: { include_usage: true } }),
    [dialect.limit]: request.maxOutputTokens,
    ...(schema &&
      dialect.hasSchemas && { response_format: { type: 'json_schema', json_schema: { ...schema, strict: true } } }),
  };
}

/** What a chunk tells. Servers differ in what they leave out. */
export function* chatParts(chunk: Chunk): Generator<AnswerPart> {
  if (chunk.model) yield { type: 'model', model: chunk.model };
  // Only OpenAI always sends the list of choices.
  const choice = (chunk.choices as Chunk['choices'] | undefined)?.[0];
  const delta = choice?.delta as (OpenAI.Chat.ChatCompletionChunk.Choice.Delta & ReasoningDelta) | undefined;
  const reasoning = delta?.reasoning_content ?? delta?.reasoning;
  if (typeof reasoning === 'string') yield { type: 'reasoning', delta: reasoning };
  if (delta?.content) yield { type: 'text', delta: delta.content };
  if (delta?.refusal) yield { type: 'refusal', delta: delta.refusal };
  if (choice?.finish_reason) yield { type: 'finish', reason: choice.finish_reason };
  if (chunk.usage) yield { type: 'usage', usage: usageOf(chunk.usage) };
}

/** Not OpenAI's: vLLM and DeepSeek say `reasoning_content`, OpenRouter and Ollama `reasoning`. */
interface ReasoningDelta {
  readonly reasoning_content?: unknown;
  readonly reasoning?: unknown;
}

function usageOf(usage: OpenAI.CompletionUsage): ModelUsage {
  const cachedTokens = usage.prompt_tokens_details?.cached_tokens;
  const reasoningTokens = usage.completion_tokens_details?.reasoning_tokens;
  return {
    inputTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens,
    ...(cachedTokens !== undefined && { cachedTokens }),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
  };
}
