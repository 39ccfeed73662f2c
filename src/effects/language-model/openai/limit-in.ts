/** The limits that a server names in numbers. */
export interface NamedLimit {
  /** The whole window: what is read and what is written. */
  readonly contextTokens?: number;
  /** The tokens of the request, as the server counts them. */
  readonly inputTokens?: number;
  /** The most tokens that may be requested for an answer. */
  readonly outputTokens?: number;
  /** The limit follows from the remaining credit, which changes. */
  readonly isOfCredit?: true;
}

const WINDOW = [
  /context (?:length|window|size)(?: is| of| limit is)?(?: only)?[^\d.]{0,12}(\d[\d,]*)/i,
  /n_ctx"?:\s*(\d+)/,
];
const INPUT = [
  /(?<![\d,])(\d[\d,]{0,12}) (?:input tokens|in the (?:messages|prompt)|of text input|prompt tokens)/i,
  /prompt (?:contains|has)(?: at least)? (\d[\d,]*)/i,
  /keep the first (\d[\d,]*) tokens/i,
  /(?:"n_prompt_tokens"|n_keep):\s*(\d+)/,
];
const OUTPUT = [
  /supports at most (\d[\d,]*) (?:completion|output)/i,
  /(?:max_tokens|max_completion_tokens|max_output_tokens|completion tokens|output tokens)\D{0,80}(?:less than or equal to|at most|<=|up to|maximum(?: value)? (?:is|of))\D{0,4}(\d[\d,]*)/i,
  /valid range[^[]{0,40}\[\d+, ?(\d+)\]/i,
  /max_tokens\S* \d[\d,]* > (\d[\d,]*), which is the maximum/i,
  /"loc":\["body","max_tokens"\].{0,120}less than or equal to (\d[\d,]*)/i,
];
const AFFORDED = [/can only afford (\d[\d,]*)/i];

/** The limits that a refusal names; undefined where it names none. */
export function limitIn(all: string): NamedLimit | undefined {
  const afforded = numberBy(AFFORDED, all);
  if (afforded !== undefined) return { outputTokens: afforded, isOfCredit: true };
  const contextTokens = numberBy(WINDOW, all);
  const inputTokens = numberBy(INPUT, all);
  if (contextTokens !== undefined) return { contextTokens, ...(inputTokens !== undefined && { inputTokens }) };
  const outputTokens = numberBy(OUTPUT, all);
  return outputTokens === undefined ? undefined : { outputTokens };
}

function numberBy(patterns: readonly RegExp[], all: string): number | undefined {
  for (const pattern of patterns) {
    const [, digits] = pattern.exec(all) ?? [];
    if (digits !== undefined) return Number(digits.replaceAll(',', ''));
  }
  return undefined;
}
