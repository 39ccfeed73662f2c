import { z } from 'zod';
import type { ListedProject } from '../../projections/status/status-view.js';
import type { ProjectWithRuns } from '../project-reader.js';
import { estimateBody, failure, runStatus, stage } from '../../contract/run.js';
import { statusBody, toStatusBody } from '../status/status-body.js';

const projectSummary = statusBody.extend({
  prompt: z.string().describe('Of the current run.'),
  user_id: z.string().nullable(),
  created_at: z.iso.datetime().describe('When the project’s first run was requested.'),
  completed_at: z.iso.datetime().nullable(),
});

const runBody = z.object({
  run: z.int(),
  prompt: z.string(),
  user_id: z.string().nullable(),
  template_id: z.string().nullable(),
  status: runStatus,
  app_name: z.string().nullable(),
  screens: z.array(z.string()),
  files: z.int().describe('File versions the run wrote.'),
  cost_usd: z.number().nullable().describe('Of the models, in US dollars; null where a price is not known.'),
  estimate: estimateBody.nullable().describe('What the run was expected to take; null without a model.'),
  calls: z.int().describe('Requests made to models.'),
  input_tokens: z.int(),
  output_tokens: z.int(),
  started_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
  duration_ms: z.int().nullable(),
  first_light_ms: z.int().nullable().describe('From the request to the published preview.'),
  stages_ms: z.partialRecord(stage, z.int()).describe('How long each stage took in the attempt that succeeded.'),
  model: z.string().nullable().describe('The model that was asked first; null: none was.'),
  error: failure.nullable(),
});

/** `GET /api/v1/projects`. */
export const projectListBody = z.object({
  projects: z.array(projectSummary),
  next_cursor: z.string().nullable().describe('For `cursor`; null at the end of the list.'),
});

/** `GET /api/v1/projects/:project_id`. */
export const projectBody = projectSummary.extend({
  screens: z.array(z.string()).describe('Of the current run, in the order they arrived.'),
  notes: z.array(z.string()).describe('What the plan did not understand or only mocks.'),
  runs: z.array(runBody).describe('First to last.'),
});

export function toProjectSummary(status: ListedProject): z.infer<typeof projectSummary> {
  const { prompt, user_id, created_at, completed_at } = status;
  return { ...toStatusBody(status), prompt, user_id, created_at, completed_at };
}

export function toProjectBody({ status, runs }: ProjectWithRuns): z.infer<typeof projectBody> {
  return {
    ...toProjectSummary(status),
    screens: [...(runs.at(-1)?.screens ?? [])],
    notes: [...status.notes],
    runs: runs.map(({ project_id: _same, cost_by_model: _costs, first_seq: _first, ...run }) => {
      return { ...run, screens: [...run.screens], stages_ms: { ...run.stages_ms } };
    }),
  };
}
