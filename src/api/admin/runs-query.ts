import { z } from 'zod';
import { projectId } from '../../contract/project-id-field.js';
import { runStatus } from '../../contract/run.js';
import type { RunCursor, RunFilter } from '../../projections/history/history-view.js';
import { filterText } from '../project-params.js';

const WHEN = 'must be a date like 2026-11-27 or a time like 2026-11-27T09:30:00Z';

/** A moment; a date is its beginning in UTC. Comes out as ISO 8601 with milliseconds. */
export const moment = z
  .string(WHEN)
  .refine((text) => z.union([z.iso.date(), z.iso.datetime({ offset: true })]).safeParse(text).success, WHEN)
  .transform((text) => new Date(text).toISOString());

/** The query parameters that filter runs. */
export const runsFilter = z.object({
  q: filterText
    .optional()
    .describe('Words of the prompt or the app’s name: `plants -cactus "watering calendar"`; or a project’s id.'),
  status: runStatus.optional(),
  user_id: filterText.optional(),
  model: filterText.optional().describe('The first model that was asked.'),
  template_id: filterText.optional(),
  error: filterText.optional().describe('The code that the run failed with, such as `stage_deadline`.'),
  from: moment.optional().describe('Requested at this time or later.'),
  to: moment.optional().describe('Requested before this time.'),
});

/** `GET /api/v1/admin/runs`. */
export const runsQuery = runsFilter.extend({
  limit: z.coerce
    .number('must be a whole number from 1 to 200')
    .int('must be a whole number from 1 to 200')
    .min(1, 'must be at least 1')
    .max(200, 'must be at most 200')
    .default(50),
  cursor: z
    .string('must be given once')
    .transform((text, context) => cursorOf(text, context))
    .optional()
    .describe('`next_cursor` of an earlier page.'),
});

export function toFilter(query: z.infer<typeof runsFilter>): RunFilter {
  const { q: words, status, user_id: userId, model, template_id: templateId, error, from, to } = query;
  return { words, status, userId, model, templateId, error, from, to };
}

/** `next_cursor` of the history: opaque to clients. */
export function encodeRunCursor({ startedAt, projectId, run }: RunCursor): string {
  return Buffer.from(JSON.stringify([startedAt, projectId, run])).toString('base64url');
}

const cursorContent = z.tuple([z.iso.datetime(), projectId, z.int().min(1)]);

function cursorOf(text: string, context: z.core.$RefinementCtx<string>): RunCursor {
  const content = cursorContent.safeParse(jsonOf(Buffer.from(text, 'base64url').toString()));
  if (content.success) return { startedAt: content.data[0], projectId: content.data[1], run: content.data[2] };
  context.addIssue({ code: 'custom', message: 'must be the next_cursor of an earlier page' });
  return z.NEVER;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
