import { z } from 'zod';
import { previewUrls } from '../preview.js';
import { meterData, stage } from '../run.js';
import { inLog, listOf } from './in-log.js';

/** What `progress` messages say (DESIGN.md section 5). */
const progressData = z.object({
  stage,
  stage_status: z
    .enum(['started', 'succeeded', 'failed'])
    .optional()
    .describe('What became of the stage; absent where the message speaks of something else, such as a screen.'),
  message: z.string(),
  progress: z.number().min(0).max(100).describe('The run’s: never goes back within a run.'),
  preview_url: z.string().optional(),
  preview_urls: previewUrls.optional(),
  screens_added: listOf(z.string()).optional().describe('The names of the screens that this message adds.'),
  error: z.string().optional(),
  retry_in_ms: z.number().optional().describe('The failed stage begins again by itself after so many milliseconds.'),
  meter: meterData.optional().describe('After each request to a model: what the run has asked of models so far.'),
});
export type ProgressData = z.infer<typeof progressData>;

export const progressMessage = inLog('progress', progressData);
