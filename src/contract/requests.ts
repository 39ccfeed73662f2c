import { z } from 'zod';
import { PROMPT_LENGTH } from './prompt-length.js';

const text = (max: number) => z.string().trim().max(max, `must have at most ${max} characters`);

/** The fields that start a run, over REST and WebSocket alike (those of the seed's snippets); null counts as absent. */
export const startRequest = z.object({
  prompt: z
    .string('must be a text that describes the app')
    .trim()
    .min(PROMPT_LENGTH.least, `must have at least ${PROMPT_LENGTH.least} characters: describe the app in a sentence`)
    .max(PROMPT_LENGTH.most, `must have at most ${PROMPT_LENGTH.most} characters`),
  user_id: text(200).min(1, 'must not be empty').nullish(),
  template_id: text(60).min(1, 'must not be empty').nullish(),
  create: z
    .boolean('must be true or false')
    .nullish()
    .describe('True: the start is refused with `project_exists` if the project has a run already.'),
  options: z
    .strictObject({
      seed: z
        .int('must be a whole number')
        .min(0, 'must be 0 or more')
        .max(2 ** 31 - 1, 'must be below 2147483648')
        .optional()
        .describe('Chooses among variants of the same app; same prompt and seed give identical files.'),
      model: text(200)
        .min(1, 'must not be empty')
        .optional()
        .describe('A model other than the one that writes now, on the same server or found on this machine.'),
    })
    .nullish(),
});
export type StartRequest = z.infer<typeof startRequest>;

/** Where a person points, in the preview or in the code. */
const pointedAt = z.object({
  path: z
    .string('must be the path of a file')
    .min(1, 'must not be empty')
    .max(240, 'must have at most 240 characters')
    .describe('A file of the app.'),
  line: z.int('must be the number of a line').min(1, 'must be 1 or more'),
});
export type PointedAt = z.infer<typeof pointedAt>;

/** The fields that request a revision, over REST and WebSocket alike. */
export const reviseRequest = z.object({
  instruction: z
    .string('must be a text that says what to change')
    .trim()
    .min(3, 'must have at least 3 characters: say what to change')
    .max(2000, 'must have at most 2000 characters'),
  user_id: text(200).min(1, 'must not be empty').optional(),
  at: pointedAt.optional().describe('The line that is meant: a model is shown it and its surroundings.'),
});
export type ReviseRequest = z.infer<typeof reviseRequest>;
