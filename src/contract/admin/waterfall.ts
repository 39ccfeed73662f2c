import { z } from 'zod';
import { stage } from '../run.js';
import { adminRun } from './runs.js';

const stageSpan = z.object({
  stage,
  attempt: z.int().describe('From 1.'),
  began_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable().describe('Null while it is running.'),
  outcome: z.enum(['running', 'succeeded', 'failed', 'stopped']).describe('`stopped`: the run ended before it did.'),
  reason: z.string().nullable(),
});

const modelCall = z.object({
  seq: z.int(),
  at: z.iso.datetime().describe('When its answer, or the failure, was recorded.'),
  stage,
  call: z.string().describe('What it asked for: `plan`, `screen:Home`.'),
  model: z.string(),
  duration_ms: z.int().nullable().describe('Includes waiting for a turn and earlier tries; null if not recorded.'),
  input_tokens: z.int().nullable(),
  output_tokens: z.int().nullable(),
  cost_usd: z.number().nullable(),
  error: z.object({ code: z.string(), reason: z.string() }).nullable(),
  prompt: z.string().nullable().describe('Everything that was sent, as JSON; null if the log does not have it.'),
  answer: z.string().nullable().describe('Null if there was none, and for pictures.'),
  note: z.string().nullable(),
});

const fileChange = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  op: z.enum(['written', 'deleted', 'asset']),
  path: z.string(),
  sha256: z.string().nullable(),
  bytes: z.int().nullable(),
  author: z.string().nullable(),
});

const loggedEvent = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  ms: z.int().describe('Since the run was requested.'),
  type: z.string(),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()),
});

/** `GET /api/v1/admin/runs/:project_id/:run`. */
export const waterfallBody = z.object({
  run: adminRun,
  stages: z.array(stageSpan).describe('In the order they began.'),
  calls: z.array(modelCall),
  files: z.array(fileChange),
  events: z.array(loggedEvent),
  is_cut: z.boolean().describe('The run has more events than are shown.'),
});
export type WaterfallBody = z.infer<typeof waterfallBody>;
