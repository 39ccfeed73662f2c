import { PROMPT_LENGTH } from '../../contract/prompt-length.js';

/** What is wrong with a prompt, as a person is told; undefined: nothing. */
export function promptProblem(prompt: string): string | undefined {
  const { length } = prompt.trim();
  if (length === 0) return 'Describe the app in a sentence first.';
  if (length < PROMPT_LENGTH.least) return `A little more, please: at least ${PROMPT_LENGTH.least} characters.`;
  if (length > PROMPT_LENGTH.most)
    return `Too long by ${length - PROMPT_LENGTH.most} characters: at most ${PROMPT_LENGTH.most}.`;
  return undefined;
}
