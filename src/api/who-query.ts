import { z } from 'zod';

/** Who asks, as on the WebSocket: until there is a login, any name is accepted. */
export const whoQuery = z.object({
  user_id: z
    .string('must be a text')
    .trim()
    .min(1, 'must not be empty')
    .max(200, 'must have at most 200 characters')
    .optional()
    .describe('The person who makes the change; absent: nobody in particular.'),
});
