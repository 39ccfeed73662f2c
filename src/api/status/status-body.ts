import { z } from 'zod';
import { previewUrls } from '../../contract/preview.js';
import { failure, publicStatus, stage } from '../../contract/run.js';
import type { ListedProject } from '../../projections/status/status-view.js';

/** `GET /status/:project_id`. What is not there yet is null. */
export const statusBody = z.object({
  project_id: z.string(),
  status: publicStatus.describe('`ready` from the moment the preview answers; the run may go on.'),
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
