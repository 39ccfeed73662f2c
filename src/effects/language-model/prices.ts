import { calcPrice } from '@pydantic/genai-prices';
import type { ModelUsage } from './language-model.port.js';

/** Prices that go before the table's, in US dollars per million tokens. */
export interface PriceOverride {
  readonly input: number;
  readonly output: number;
  /** For input that the server had cached; absent: like other input. */
  readonly cachedInput?: number;
}

const MILLION = 1_000_000;

/**
 * The price of these tokens in US dollars, from @pydantic/genai-prices' table for the server at `baseUrl`; null if it has none.
 * A model of the same name elsewhere may have another price, so the name alone counts only for OpenAI itself.
 */
export function priceUsd(
  model: string,
  usage: ModelUsage,
  { baseUrl, override }: { readonly baseUrl: string; readonly override?: PriceOverride | undefined },
): number | null {
  const { inputTokens, outputTokens, cachedTokens = 0 } = usage;
  if (override) {
    const { input, output, cachedInput = input } = override;
    return ((inputTokens - cachedTokens) * input + cachedTokens * cachedInput + outputTokens * output) / MILLION;
  }
  const counted = { input_tokens: inputTokens, output_tokens: outputTokens, cache_read_tokens: cachedTokens };
  return calcPrice(counted, model, { providerApiUrl: baseUrl })?.total_price ?? null;
}
