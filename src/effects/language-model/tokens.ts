import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';

/** Text without spaces takes the tokenizer seconds (facts: quadratic in the longest word): longer text is counted in parts. */
const PART_CHARACTERS = 2_000;

/** Tokens of the text in OpenAI's o200k encoding; a word cut between two parts may count as one more. */
export function tokensOf(text: string): number {
  let tokens = 0;
  for (let start = 0; start < text.length; start += PART_CHARACTERS) {
    tokens += countTokens(text.slice(start, start + PART_CHARACTERS), { disallowedSpecial: new Set() });
  }
  return tokens;
}
