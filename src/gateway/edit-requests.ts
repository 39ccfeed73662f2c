import { z } from 'zod';
import { textUpdate } from '../editing/text-update.js';

const path = z
  .string('must be the path of a file')
  .min(1, 'must not be empty')
  .max(240, 'must have at most 240 characters');

const version = z.int('must be the version that the text had').min(0, 'must be 0 or more');
const place = z.int('must be a position in characters').min(0, 'must be 0 or more');

/** DESIGN.md section 5: what a client sends to edit a file with others. */
export const fileRequest = z.object({ path });
export const editRequest = z.object({
  path,
  version,
  updates: z
    .array(textUpdate, 'must be a list of {"client_id","changes"}')
    .min(1, 'must not be empty')
    .max(500, 'must have at most 500 updates'),
});
export const cursorRequest = z.object({ path, anchor: place, head: place });

export type FileRequest = z.infer<typeof fileRequest>;
export type EditRequest = z.infer<typeof editRequest>;
export type CursorRequest = z.infer<typeof cursorRequest>;
