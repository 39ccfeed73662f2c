import { z } from 'zod';
import { STAGE_TABLE, type Stage } from './stages.js';

export const stage = z.enum(Object.keys(STAGE_TABLE) as [Stage, ...Stage[]]);

export const runStatus = z.enum(['active', 'complete', 'failed', 'cancelled']);
export type RunStatus = z.infer<typeof runStatus>;

/** `waiting`: it failed and will start again by itself. */
export const stageStatus = z.enum(['running', 'succeeded', 'failed', 'waiting']);
export type StageStatus = z.infer<typeof stageStatus>;

const PUBLIC_STATUSES = [
  'initializing',
  'generating_code',
  'installing_deps',
  'starting_server',
  'creating_tunnel',
  'ready',
  'error',
  'cancelled',
] as const;

/** The status words of `GET /status/:id` (DESIGN.md section 5). */
export const publicStatus = z.enum(PUBLIC_STATUSES, `must be one of ${PUBLIC_STATUSES.join(', ')}`);
export type PublicStatus = z.infer<typeof publicStatus>;

export const failure = z
  .object({ code: z.string(), message: z.string(), stage, retryable: z.boolean() })
  .describe('Why the run failed.');

/** Where the person who asked for a change pointed, and what that line contained. */
export const pointedAtThen = z.object({ path: z.string(), line: z.int(), code: z.string().optional() });
export type PointedAtThen = z.infer<typeof pointedAtThen>;

export const runOptions = z.object({ seed: z.int().optional(), model: z.string().optional() });

/** What a run has used of models so far; `cost_usd` (US dollars) is null as soon as a call has no known price. */
export const meterData = z.object({
  calls: z.int(),
  input_tokens: z.int(),
  output_tokens: z.int(),
  cost_usd: z.number().nullable(),
});
export type MeterData = z.infer<typeof meterData>;

/** From least to most. */
const range = z.object({ low: z.number(), high: z.number() });
export type Range = z.infer<typeof range>;

/** What a run with the model will probably take; used in `POST /api/v1/estimate` and for each run in the history. */
export const estimateBody = z.object({
  model: z.string(),
  basis: z.string().describe('What the figures are based on.'),
  calls: range.describe('Requests to the model.'),
  input_tokens: range,
  output_tokens: range,
  cost_usd: range.nullable().describe('In US dollars; null: the price of this model is not known.'),
  duration_ms: range.describe('Of the calls, in milliseconds.'),
});
export type RunEstimate = z.infer<typeof estimateBody>;

/** `POST /api/v1/estimate`. */
export const estimateAnswer = z.object({
  estimate: estimateBody
    .nullable()
    .describe('Null: no model is set up; the blueprint writes, and nothing is paid for.'),
});
export type EstimateAnswer = z.infer<typeof estimateAnswer>;
