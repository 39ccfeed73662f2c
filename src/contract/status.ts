import { z } from 'zod';
import { previewUrls } from './preview.js';
import { failure, publicStatus, runStatus, stage } from './run.js';

/** `GET /status/:project_id`, and the answer to `cancel` and `retry`. What does not exist yet is null. */
export const statusBody = z.object({
  project_id: z.string(),
  status: publicStatus.describe('`ready` from the moment the preview answers; the run may still be active.'),
  progress: z.int().min(0).max(100).describe('Per cent of the current run; never goes back within it.'),
  stage: stage.nullable(),
  message: z.string().nullable().describe('The last step in words.'),
  preview_url: z.string().nullable(),
  preview_urls: previewUrls.nullable(),
  error: failure.nullable(),
  complete: z.boolean().describe('The run has done everything.'),
  app_name: z.string().nullable(),
  run: z.int().describe('1 for the project’s first run.'),
  seq: z.int().describe('The last event this status holds: a cursor for `after`.'),
  updated_at: z.iso.datetime(),
});
export type StatusBody = z.infer<typeof statusBody>;

/** `POST /api/v1/projects/:project_id/revise`. */
export const revisedBody = statusBody.extend({
  queued: z
    .object({
      revision: z.int().describe('Its name.'),
      position: z.int().describe('Counted from 1, which is the next.'),
    })
    .optional()
    .describe('Absent if it has begun.'),
});
export type RevisedBody = z.infer<typeof revisedBody>;

/** `GET /api/v1/stream-status/:project_id`. */
export const streamStatusBody = z.object({
  project_id: z.string(),
  active_connections: z.int().describe('Viewers connected now, on all instances.'),
  status: z.enum(['active', 'inactive']).describe('`active` while anyone is connected.'),
  run_status: runStatus.nullable().describe('The current run; null before the first.'),
});
export type StreamStatusBody = z.infer<typeof streamStatusBody>;
