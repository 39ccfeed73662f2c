import { z } from 'zod';

const range = z.object({ low: z.number(), high: z.number() });

/** What a run with the model will probably take; of `POST /api/v1/estimate` and of each run in the history. */
export const estimateBody = z.object({
  model: z.string(),
  basis: z.string().describe('What the figures rest on.'),
  calls: range.describe('Requests to the model.'),
  input_tokens: range,
  output_tokens: range,
  cost_usd: range.nullable().describe('In US dollars; null: the price of this model is not known.'),
  duration_ms: range.describe('Of the calls, in milliseconds.'),
});
