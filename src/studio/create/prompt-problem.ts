import { startRequest } from '../../contract/requests.js';

const { minLength, maxLength } = startRequest.shape.prompt;
const LEAST = minLength ?? 0;
export const PROMPT_MAX = maxLength ?? Infinity;

/** What is wrong with a prompt, as a person is told; undefined: nothing. */
export function promptProblem(prompt: string): string | undefined {
  const { length } = prompt.trim();
  if (length === 0) return 'Describe the app in a sentence first.';
  if (length < LEAST) return `A little more, please: at least ${LEAST} characters.`;
  if (length > PROMPT_MAX) return `Too long by ${length - PROMPT_MAX} characters: at most ${PROMPT_MAX}.`;
  return undefined;
}
