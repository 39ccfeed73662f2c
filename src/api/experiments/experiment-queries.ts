import { z } from 'zod';
import { person } from '../../contract/experiments.js';
import { ID } from '../../contract/project-id.js';

export const ballotQuery = z.object({ user_id: person });

export const experimentParams = z.object({
  experiment_id: z.string().regex(ID, 'must be the id of an experiment'),
});
export type ExperimentParams = z.infer<typeof experimentParams>;

export const experimentsQuery = z.object({
  limit: z.coerce
    .number('must be a whole number from 1 to 100')
    .int('must be a whole number from 1 to 100')
    .min(1, 'must be at least 1')
    .max(100, 'must be at most 100')
    .default(20),
  cursor: z
    .string('must be given once')
    .regex(/^[1-9]\d{0,14}$/, 'must be the next_cursor of an earlier page')
    .transform(Number)
    .optional(),
});
