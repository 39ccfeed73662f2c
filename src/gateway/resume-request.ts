import { z } from 'zod';

/** `resume`: the messages behind `after` again, then those to come. */
export const resumeRequest = z.object({
  after: z
    .int('must be a whole number: the seq of the last message you have')
    .min(0, 'must be 0 or more: the seq of the last message you have'),
});

export type ResumeRequest = z.infer<typeof resumeRequest>;
