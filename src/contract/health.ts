import { z } from 'zod';

const state = z.enum(['ok', 'degraded', 'failed']);

/** `GET /health`. */
export const healthBody = z.object({
  status: state.describe('`failed`: the database does not answer; `degraded`: some other part does not work.'),
  version: z.string(),
  uptime_s: z.int(),
  checks: z.record(z.string(), z.looseObject({ status: state })),
});
export type HealthBody = z.infer<typeof healthBody>;
