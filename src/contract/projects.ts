import { z } from 'zod';
import { estimateBody, failure, pointedAtThen, publicStatus, runStatus, stage } from './run.js';
import { statusBody } from './status.js';

/** `POST /generate`. */
export const generateBody = z.object({
  project_id: z.string(),
  status: publicStatus,
  message: z.string(),
  websocket_url: z.string().describe('Sends every step of the run, from the first one on.'),
  created_at: z.iso.datetime().describe('When the run was requested.'),
});
export type GenerateBody = z.infer<typeof generateBody>;

const projectSummary = statusBody.extend({
  prompt: z.string().describe('Of the current run.'),
  user_id: z.string().nullable(),
  created_at: z.iso.datetime().describe('When the project’s first run was requested.'),
  completed_at: z.iso.datetime().nullable(),
});
export type ProjectSummary = z.infer<typeof projectSummary>;

const runBody = z.object({
  run: z.int(),
  prompt: z.string(),
  user_id: z.string().nullable(),
  template_id: z.string().nullable(),
  status: runStatus,
  app_name: z.string().nullable(),
  screens: z.array(z.string()),
  files: z.int().describe('File versions the run wrote.'),
  cost_usd: z.number().nullable().describe('Of the models, in US dollars; null if a price is not known.'),
  estimate: estimateBody.nullable().describe('What the run was expected to take; null without a model.'),
  calls: z.int().describe('Requests made to models.'),
  input_tokens: z.int(),
  output_tokens: z.int(),
  started_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
  duration_ms: z.int().nullable(),
  first_light_ms: z.int().nullable().describe('From the request to the published preview.'),
  stages_ms: z.partialRecord(stage, z.int()).describe('How long each stage took in the attempt that succeeded.'),
  model: z.string().nullable().describe('The first model that was asked; null: none was.'),
  error: failure.nullable(),
});

/** `GET /api/v1/projects`. */
export const projectListBody = z.object({
  projects: z.array(projectSummary),
  next_cursor: z.string().nullable().describe('For `cursor`; null at the end of the list.'),
});
export type ProjectList = z.infer<typeof projectListBody>;

/** `GET /api/v1/projects/:project_id`. */
export const projectBody = projectSummary.extend({
  screens: z.array(z.string()).describe('Of the current run, in the order they arrived.'),
  notes: z.array(z.string()).describe('What the plan did not understand or only mocks.'),
  runs: z.array(runBody).describe('First to last.'),
});
export type ProjectBody = z.infer<typeof projectBody>;

/** `GET /api/v1/projects/:project_id/queue`. */
export const queueBody = z.object({
  queue: z.array(
    z.object({
      revision: z.int().describe('Its name.'),
      position: z.int().describe('Counted from 1, which is the next.'),
      instruction: z.string(),
      user_id: z.string().nullable(),
      at: pointedAtThen.nullable(),
    }),
  ),
});
export type QueueBody = z.infer<typeof queueBody>;

/** `GET /api/v1/projects/:project_id/events`. */
export const eventsBody = z.object({
  events: z.array(
    z.object({
      seq: z.int().describe('1, 2, 3 … without gaps in the project.'),
      run: z.int(),
      type: z.string().describe('Such as `StageStarted`.'),
      at: z.iso.datetime(),
      actor: z.string().describe('Who caused it.'),
      data: z.record(z.string(), z.unknown()),
      message: z.record(z.string(), z.unknown()).describe('The same event as viewers read it on the WebSocket.'),
    }),
  ),
  next_after: z.int().describe('Send it as `after` to get the next page.'),
  head: z.int().describe('The last seq there is.'),
});
export type EventsBody = z.infer<typeof eventsBody>;

/** `POST /api/v1/projects/:project_id/rebuild`. */
export const rebuildBody = z.object({
  project_id: z.string(),
  seq: z.int(),
  folder: z.string().describe('On the machine of the service.'),
  files: z.int(),
  differed: z
    .object({ missing: z.array(z.string()), changed: z.array(z.string()), extra: z.array(z.string()) })
    .describe('How the folder differed before, by path.'),
});
export type RebuildBody = z.infer<typeof rebuildBody>;

/** `POST` and `GET /api/v1/projects/:project_id/share`. */
export const shareBody = z.object({
  project_id: z.string(),
  state: z
    .enum(['none', 'exporting', 'shared'])
    .describe('`exporting`: the WebSocket reports when it is `shared`; until then the previous export stays up.'),
  url: z.url().nullable().describe('Of the last export.'),
  files: z.int(),
  bytes: z.int(),
  exported_at: z.iso.datetime().nullable(),
});
export type ShareBody = z.infer<typeof shareBody>;
