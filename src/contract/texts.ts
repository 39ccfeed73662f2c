import { z } from 'zod';

/** One change of a text, as it is stored and sent: `changes` is CodeMirror's ChangeSet as JSON. */
export const textUpdate = z.object({
  client_id: z
    .string('must be a text that names the editor')
    .min(1, 'must not be empty')
    .max(100, 'must have at most 100 characters'),
  changes: z.array(z.union([z.number(), z.array(z.union([z.number(), z.string()]))]), 'must be a ChangeSet as JSON'),
});
export type TextUpdate = z.infer<typeof textUpdate>;

/** Somebody's cursor in a text; positions are in characters. */
export const cursorPlace = z.object({
  client_id: z.string().describe('Unique among those who have the file open now.'),
  user_id: z.string().nullable(),
  color: z.string().describe('A CSS colour, the same for the same person everywhere.'),
  anchor: z.int(),
  head: z.int(),
  is_own: z.literal(true).optional().describe('The cursor belongs to the client that this is sent to.'),
});
export type CursorPlace = z.infer<typeof cursorPlace>;

/** A problem at a place in a file. */
export const fileProblem = z.object({
  line: z.int().describe('From 1.'),
  column: z.int().describe('From 0.'),
  message: z.string(),
  source: z
    .enum(['gate', 'types'])
    .describe('What found it: `gate`, which keeps the text out of its file, or `types`, the compiler, which does not.'),
});
export type FileProblem = z.infer<typeof fileProblem>;
