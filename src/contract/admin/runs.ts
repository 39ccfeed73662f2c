import { z } from 'zod';
import { failure, runStatus, stage } from '../run.js';

/** A run as the admin's history shows it. */
export const adminRun = z.object({
  project_id: z.string(),
  run: z.int(),
  prompt: z.string().describe('The instruction, if the run is a revision.'),
  user_id: z.string().nullable(),
  template_id: z.string().nullable(),
  status: runStatus,
  app_name: z.string().nullable(),
  model: z.string().nullable().describe('The first model that was asked; null: none was.'),
  screens: z.int(),
  files: z.int().describe('File versions the run wrote.'),
  calls: z.int().describe('Requests made to models.'),
  input_tokens: z.int(),
  output_tokens: z.int(),
  cost_usd: z.number().nullable().describe('Null if a price is not known.'),
  started_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
  duration_ms: z.int().nullable(),
  first_light_ms: z
    .int()
    .nullable()
    .describe('From the request to the preview; null for revisions, which already have one.'),
  stages_ms: z.partialRecord(stage, z.int()).describe('How long each stage took in the attempt that succeeded.'),
  error: failure.nullable(),
});
export type AdminRun = z.infer<typeof adminRun>;

export const adminRunsBody = z.object({
  runs: z.array(adminRun).describe('Newest first.'),
  next_cursor: z.string().nullable().describe('For `cursor`; null at the end.'),
});
export type AdminRuns = z.infer<typeof adminRunsBody>;
