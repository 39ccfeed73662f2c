import { z } from 'zod';
import { startRequest } from './requests.js';

const options = startRequest.shape.options.unwrap().unwrap().shape;

export const person = z
  .string('must be a text')
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'must have at most 200 characters');

/** One of the ways that are compared. */
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
  user_id: person.describe('Each person has one vote: a second vote replaces the first.'),
});
export type VoteRequest = z.infer<typeof voteRequest>;

const interval = z
  .object({ low: z.number(), high: z.number() })
  .nullable()
  .describe('95 % confidence interval; null: too little data.');

const summary = z.object({
  n: z.int().describe('Runs that were measured.'),
  mean: z.number().nullable(),
  median: z.number().nullable(),
  interval: interval.describe('Of the mean.'),
});

const measured = z.number().nullable();

const runOfArm = z.object({
  project_id: z.string(),
  status: z.enum(['waiting', 'running', 'complete', 'failed', 'cancelled', 'deleted']),
  preview_url: z.string().nullable(),
  time_to_preview_ms: measured,
  time_to_complete_ms: measured,
  cost_usd: measured,
  errors: measured,
  repairs: measured,
  edits_kept: z.int().describe('Files that contain people’s changes.'),
});
export type RunOfArm = z.infer<typeof runOfArm>;

const experimentStatus = z.enum(['running', 'suspended', 'cancelled', 'complete']);

const experimentSummary = z.object({
  experiment_id: z.string(),
  name: z.string(),
  status: experimentStatus,
  arms: z.int(),
  runs: z.int(),
  runs_ended: z.int(),
  votes: z.int(),
  created_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
});

export const experimentListBody = z.object({
  experiments: z.array(experimentSummary).describe('Newest first.'),
  next_cursor: z.string().nullable(),
});
export type ExperimentList = z.infer<typeof experimentListBody>;

/** `POST /api/v1/experiments`. */
export const startedBody = z.object({
  experiment_id: z.string(),
  arms: z.array(z.object({ arm: z.string(), projects: z.array(z.string()) })),
});
export type Started = z.infer<typeof startedBody>;

/** `GET /api/v1/experiments/:id`. */
export const experimentBody = experimentSummary.extend({
  arms: z.array(
    z.object({
      arm: z.string(),
      prompt: z.string(),
      template_id: z.string().nullable(),
      model: z.string().nullable(),
      seed: z.int().nullable(),
      runs: z.array(runOfArm),
      measures: z.object({
        time_to_preview_ms: summary,
        time_to_complete_ms: summary,
        cost_usd: summary,
        errors: summary,
        repairs: summary,
        edits_kept: summary,
      }),
      votes: z.object({ count: z.int(), share: z.number().nullable(), interval: interval.describe('Of the share.') }),
    }),
  ),
});
export type Experiment = z.infer<typeof experimentBody>;

/** `GET /api/v1/experiments/:id/ballot`: what the arms made, and nothing else that identifies them. */
export const ballotBody = z.object({
  experiment_id: z.string(),
  name: z.string(),
  choices: z
    .array(z.object({ arm: z.string(), project_id: z.string(), preview_url: z.string().nullable() }))
    .describe('Arms with a complete run, in this person’s own order.'),
  vote: z.string().nullable().describe('The arm that the person has voted for.'),
});
export type Ballot = z.infer<typeof ballotBody>;
