import type { ModelUsage } from '../language-model.port.js';
import { contextAdvice } from './context-advice.js';

/** Tokenizers differ, but no current one needs a third fewer tokens than OpenAI's for code and English. */
const LEAST_SHARE = 0.65;
/** A server that reports less does not count what it had cached from the call before. */
const LEAST_READ = 512;

/**
 * A sentence, if the server counts far fewer tokens than it was sent: it has then silently cut off the beginning or the
 * middle. @param sentTokens as counted here
 */
export function readLess(
  sentTokens: number,
  { inputTokens, isEstimated }: ModelUsage,
  baseUrl: string,
): string | undefined {
  if (isEstimated || inputTokens < LEAST_READ || inputTokens >= sentTokens * LEAST_SHARE) return undefined;
  return `The model’s server read about ${inputTokens} of the ${sentTokens} tokens it was sent: its context window is too small, so the model did not see everything. ${contextAdvice(baseUrl)}`;
}
