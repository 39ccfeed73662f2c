import { z } from 'zod';
import { previewUrls } from '../preview.js';
import { estimateBody, pointedAtThen, runOptions, runStatus, stage, stageStatus } from '../run.js';
import { inLog } from './in-log.js';

/** The state of the run, which is in every `run` message. */
const runNow = z.object({
  project_id: z.string(),
  run_status: runStatus.describe('The state of the run after that.'),
  is_cancelling: z.boolean(),
  prompt: z.string(),
  instruction: z.string().optional().describe('What is to be changed, if the run revises the app of the previous run.'),
  app_name: z.string().optional(),
  progress: z.number(),
  stages: z.partialRecord(stage, stageStatus).describe('The stages that have begun.'),
  preview_url: z.string().optional(),
  preview_urls: previewUrls.optional(),
});

const userId = z.string().optional();

/** What happened, and the state of the run after it. `requested`, `revising` and `forked` begin a run. */
const runData = z.discriminatedUnion('status', [
  runNow.extend({
    status: z.literal('requested'),
    user_id: userId,
    template_id: z.string().optional(),
    options: runOptions.optional(),
  }),
  runNow.extend({
    status: z.literal('revising'),
    instruction: z.string(),
    user_id: userId,
    revision: z.int().optional().describe('The name it had while it was queued.'),
    at: pointedAtThen.optional(),
  }),
  runNow.extend({
    status: z.literal('forked'),
    from: z.object({ project_id: z.string(), seq: z.int() }),
    user_id: userId,
  }),
  runNow.extend({ status: z.literal('retrying') }),
  runNow.extend({ status: z.literal('cancelling'), reason: z.string().optional() }),
  runNow.extend({ status: z.literal('estimated'), estimate: estimateBody }),
  runNow.extend({
    status: z.literal('budget_reached'),
    scope: z.enum(['run', 'user']),
    spent_usd: z.number(),
    budget_usd: z.number(),
  }),
]);
export type RunData = z.infer<typeof runData>;

export const runMessage = inLog('run', runData);
