import { z } from 'zod';

/** A moment of a project's history, in a query. */
export const atQuery = z.object({
  at: z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .optional()
    .describe('The project as it was after this event; absent: now.'),
});
