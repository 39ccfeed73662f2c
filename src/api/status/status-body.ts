import { z } from 'zod';
import { STAGES } from '../../generation/stage-plan.js';
import type { ListedProject } from '../../projections/status/status-view.js';

const STATUSES = [
  'initializing',
  'generating_code',
  'installing_deps',
  'starting_server',
  'creating_tunnel',
  'ready',
  'error',
  'cancelled',
] as const;

export const publicStatus = z.enum(STATUSES, `must be one of ${STATUSES.join(', ')}`);

export const failure = z
  .object({ code: z.string(), message: z.string(), stage: z.enum(STAGES), retryable: z.boolean() })
  .describe('Why the run failed.');

const previewUrls = z
  .object({
    web: z.string(),
    phone: z.string().optional(),
    lan: z.string().optional(),
    public: z.string().optional(),
  })
  .describe('Every address of the preview.');

/** `GET /status/:project_id`. What is not there yet is null. */
export const statusBody = z.object({
  project_id: z.string(),
  status: publicStatus.describe('`ready` from the moment the preview answers; the run may go on.'),
  progress: z.int().min(0).max(100).describe('Per cent of the current run; never goes back within it.'),
  stage: z.enum(STAGES).nullable(),
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

export function toStatusBody(status: ListedProject): StatusBody {
  return {
    project_id: status.project_id,
    status: status.status,
    progress: status.progress,
    stage: status.stage,
    message: status.message,
    preview_url: status.preview_urls?.web ?? null,
    preview_urls: status.preview_urls,
    error: status.error,
    complete: status.is_complete,
    app_name: status.app_name,
    run: status.run,
    seq: status.seq,
    updated_at: status.updated_at,
  };
}
