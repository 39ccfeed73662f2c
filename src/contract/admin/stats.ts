import { z } from 'zod';

const spread = z.object({
  count: z.int().describe('How many were measured.'),
  p50: z.int().nullable(),
  p95: z.int().nullable(),
});

const cost = z.object({
  runs: z.int(),
  cost_usd: z.number(),
  runs_of_unknown_cost: z.int().describe('Not included in `cost_usd`: the price of one of their models is not known.'),
});

const queue = z
  .object({
    waiting: z.int().describe('Projects that wait for a driver.'),
    active: z.int().describe('Projects that have one.'),
    longest_wait_ms: z.int().nullable(),
  })
  .nullable();

/** `GET /api/v1/admin/stats`. */
export const statsBody = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  runs: z.object({
    total: z.int(),
    active: z.int(),
    complete: z.int(),
    failed: z.int(),
    cancelled: z.int(),
  }),
  duration_ms: spread.describe('From the request of a run to its end.'),
  first_light_ms: spread.describe('From the request of a run to its published preview.'),
  stages: z.array(spread.extend({ stage: z.string() })).describe('Milliseconds of the attempts that succeeded.'),
  failures: z
    .array(z.object({ code: z.string(), stage: z.string(), count: z.int(), reason: z.string() }))
    .describe('Most frequent first; `reason` is of the newest.'),
  days: z
    .array(cost.extend({ day: z.iso.date(), first_light_ms: spread }))
    .describe('UTC; the day on which the run was requested.'),
  users: z.array(cost.extend({ user_id: z.string().nullable() })).describe('The 100 most expensive.'),
  models: z.array(cost.extend({ model: z.string() })),
  queue,
});

export type Stats = z.infer<typeof statsBody>;

/** `GET /api/v1/admin/live`. */
export const liveBody = z.object({
  connections: z
    .array(z.object({ project_id: z.string(), instance_id: z.string(), viewers: z.int() }))
    .describe('By project and instance, most viewers first; at most 1000.'),
  queue,
  previews: z
    .object({ rss_bytes: z.int(), graphs: z.int() })
    .nullable()
    .describe('The preview process of this instance; null: there is none now.'),
  service: z.object({ rss_bytes: z.int(), uptime_s: z.int() }).describe('This instance.'),
});
export type Live = z.infer<typeof liveBody>;

/** `POST /api/v1/admin/projects/:project_id/suspend`. */
export const suspendedBody = z.object({
  suspended: z.boolean().describe('False: a page is showing it now, or it was not built.'),
});
export type Suspended = z.infer<typeof suspendedBody>;
