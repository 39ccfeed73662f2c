import { z } from 'zod';
import { previewUrls } from '../preview.js';
import { meterData, stage } from '../run.js';
import { inLog, listOf } from './in-log.js';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);

const planSummary = z.object({
  app_name: z.string(),
  tagline: z.string(),
  screens: listOf(
    z.object({ name: z.string(), tab: z.string().optional().describe('The label of its tab; absent: it has none.') }),
  ),
  colours: z
    .object({
      background: colour,
      surface: colour,
      text: colour,
      muted: colour,
      primary: colour,
      on_primary: colour,
      border: colour,
    })
    .describe('The colours that the app starts with, light or dark.'),
});
export type PlanSummary = z.infer<typeof planSummary>;

/** The data of `progress` messages (DESIGN.md section 5). */
const progressData = z.object({
  stage,
  stage_status: z
    .enum(['started', 'succeeded', 'failed'])
    .optional()
    .describe('What happened to the stage; absent if the message is about something else, such as a screen.'),
  message: z.string(),
  progress: z.number().min(0).max(100).describe('Of the run: never goes back within a run.'),
  preview_url: z.string().optional(),
  preview_urls: previewUrls.optional(),
  plan: planSummary
    .optional()
    .describe(
      'Sent when `analyzing` succeeds: what can be drawn of the app before it runs; a model may plan more later.',
    ),
  screens_added: listOf(z.string()).optional().describe('The names of the screens that this message adds.'),
  error: z.string().optional(),
  retry_in_ms: z.number().optional().describe('The failed stage starts again by itself after this many milliseconds.'),
  meter: meterData.optional().describe('After each request to a model: what the run has used so far.'),
});
export type ProgressData = z.infer<typeof progressData>;

export const progressMessage = inLog('progress', progressData);
