import { z } from 'zod';

/** An error of a bundle as Metro's side words it; `file` absolute or relative to the host folder, lines from 1. */
const bundlingError = z.object({
  type: z.string(),
  message: z.string(),
  file: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
});
export type BundlingError = z.infer<typeof bundlingError>;

const about = { project: z.string().optional(), platform: z.string().nullish() };

/** The events that the preview process sends by itself (metro/build-events.cjs, hot-updates.cjs, loopback.cjs). */
export const metroEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('listening'), port: z.number() }),
  z.object({ event: z.literal('busy'), projects: z.array(z.string()) }),
  z.object({ event: z.literal('built'), ...about, ms: z.number() }),
  z.object({ event: z.literal('broken'), ...about, error: bundlingError }),
  z.object({
    event: z.literal('hot'),
    ...about,
    clients: z.number(),
    ms: z.number(),
    modules: z.number().optional(),
    error: bundlingError.optional(),
  }),
]);
export type MetroEvent = z.infer<typeof metroEvent>;
