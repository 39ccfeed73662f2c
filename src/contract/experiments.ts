import { z } from 'zod';

const interval = z
  .object({ low: z.number(), high: z.number() })
  .nullable()
  .describe('95 % confidence; null: too little to tell.');

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
  edits_kept: z.int().describe('Files that hold what people have changed in them.'),
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

/** `GET /api/v1/experiments/:id/ballot`: nothing that tells the arms apart but what they made. */
export const ballotBody = z.object({
  experiment_id: z.string(),
  name: z.string(),
  choices: z
    .array(z.object({ arm: z.string(), project_id: z.string(), preview_url: z.string().nullable() }))
    .describe('Arms with a complete run, in an order that is this person’s.'),
  vote: z.string().nullable().describe('The arm that the person has voted for.'),
});
export type Ballot = z.infer<typeof ballotBody>;
