import { z } from 'zod';
import { previewUrls } from '../preview.js';
import { failure } from '../run.js';
import { inLog, listOf } from './in-log.js';

const completeData = z.object({
  success: z.literal(true),
  project_id: z.string(),
  app_name: z.string(),
  preview_url: z.string().nullable(),
  preview_urls: previewUrls.nullable(),
  screens_added: listOf(z.string()),
  duration_ms: z.number(),
  cost_usd: z.number().nullable().describe('US dollars; null if a price is not known.'),
  made_by: z
    .object({ way: z.enum(['rules', 'plan', 'code']), model: z.string().optional() })
    .optional()
    .describe('How the app was made: by rules, by rules from a model’s plan, or by a model’s code.'),
  notes: listOf(z.string()).optional().describe('What the plan did not understand or only mocks.'),
});
export type CompleteData = z.infer<typeof completeData>;

const completeMessage = inLog('complete', completeData);

/** The run failed. */
const errorMessage = inLog('error', failure).extend({ error: z.string() });

/** The project was deleted for good: its last message, after which the connection is closed (1008). */
const deletedMessage = inLog('deleted', z.object({ project_id: z.string(), message: z.string() }));

const cancelledMessage = inLog('cancelled', z.object({ project_id: z.string(), message: z.string() }));

export const endMessages = [completeMessage, errorMessage, cancelledMessage, deletedMessage] as const;
