import { z } from 'zod';

/** Who has to act: the caller corrects the request or waits, or we repair the service. */
const errorCategory = z.enum([
  'validation',
  'not_found',
  'conflict',
  'authorization',
  'limit',
  'unavailable',
  'internal',
]);
export type ErrorCategory = z.infer<typeof errorCategory>;

/** One wrong field of a request. */
const fieldProblem = z.object({ field: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof fieldProblem>;

/** What every failed request is answered with. */
export const errorBody = z.object({
  error: z.string().describe('Stable code, such as `run_not_active`.'),
  message: z.string().describe('What was wrong, with the value received.'),
  suggestion: z.string().describe('What to do now.'),
  category: errorCategory,
  project_id: z.string().optional(),
  details: z.array(fieldProblem).optional().describe('Each wrong field of the request.'),
});
export type ErrorBody = z.infer<typeof errorBody>;
