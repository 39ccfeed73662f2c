import { z } from 'zod';
import { ID } from '../../contract/project-id.js';
import { startRequest } from '../../contract/requests.js';

const options = startRequest.shape.options.unwrap().unwrap().shape;

const person = z
  .string('must be a text')
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'must have at most 200 characters');

/** One of the ways to compare. */
const arm = z.strictObject({
  prompt: startRequest.shape.prompt,
  template_id: startRequest.shape.template_id,
  model: options.model.nullish(),
  seed: options.seed.nullish(),
});
export type ArmRequest = z.infer<typeof arm>;

/** `POST /api/v1/experiments`. */
export const experimentRequest = z.object({
  name: person.max(80, 'must have at most 80 characters'),
  arms: z
    .array(arm, 'must be a list of 2 to 6 arms')
    .min(2, 'must have at least 2 arms')
    .max(6, 'must have at most 6 arms'),
  runs_per_arm: z
    .int('must be a whole number from 1 to 20')
    .min(1, 'must be at least 1')
    .max(20, 'must be at most 20')
    .default(1),
  user_id: person.optional().describe('Whose runs they are, and whose budget pays for them.'),
});
export type ExperimentRequest = z.infer<typeof experimentRequest>;

export const voteRequest = z.object({
  arm: z.string('must be the letter of an arm').min(1, 'must not be empty').max(20, 'must be the letter of an arm'),
  user_id: person.describe('A person has one vote: a second one moves the first.'),
});
export type VoteRequest = z.infer<typeof voteRequest>;

export const ballotQuery = z.object({ user_id: person });

export const experimentParams = z.object({
  experiment_id: z.string().regex(ID, 'must be the id of an experiment'),
});
export type ExperimentParams = z.infer<typeof experimentParams>;

export const experimentsQuery = z.object({
  limit: z.coerce
    .number('must be a whole number from 1 to 100')
    .int('must be a whole number from 1 to 100')
    .min(1, 'must be at least 1')
    .max(100, 'must be at most 100')
    .default(20),
  cursor: z
    .string('must be given once')
    .regex(/^[1-9]\d{0,14}$/, 'must be the next_cursor of an earlier page')
    .transform(Number)
    .optional(),
});
