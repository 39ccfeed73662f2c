import { z } from 'zod';
import { reviseRequest, startRequest } from './requests.js';
import { textUpdate } from './texts.js';

const path = z
  .string('must be the path of a file')
  .min(1, 'must not be empty')
  .max(240, 'must have at most 240 characters');
const version = z.int('must be the version that the text had').min(0, 'must be 0 or more');
const place = z.int('must be a position in characters').min(0, 'must be 0 or more');

/** `resume`: sends the messages after `after` again, then new ones. */
export const resumeRequest = z.object({
  after: z
    .int('must be a whole number: the seq of the last message you have')
    .min(0, 'must be 0 or more: the seq of the last message you have'),
});
export type ResumeRequest = z.infer<typeof resumeRequest>;

/** `close_file`. */
export const fileRequest = z.object({ path });
export type FileRequest = z.infer<typeof fileRequest>;

/** `open_file`: if it has the client's `version`, it is answered with the `edits` since then, as long as they are kept. */
export const openRequest = z.object({ path, version: version.optional() });
export type OpenRequest = z.infer<typeof openRequest>;

/** `edit`: changes that were made at `version` of the text. */
export const editRequest = z.object({
  path,
  version,
  updates: z
    .array(textUpdate, 'must be a list of {"client_id","changes"}')
    .min(1, 'must not be empty')
    .max(500, 'must have at most 500 updates'),
});
export type EditRequest = z.infer<typeof editRequest>;

export const cursorRequest = z.object({ path, anchor: place, head: place });
export type CursorRequest = z.infer<typeof cursorRequest>;

/** `resolve_conflict`: `take` puts the other's lines in; otherwise the person's stay. */
export const resolveRequest = z.object({
  conflict: z.int('must be the seq of a conflict').min(1, 'must be 1 or more'),
  take: z.boolean('must be true to take the other’s lines, false to keep the person’s'),
});
export type ResolveRequest = z.infer<typeof resolveRequest>;

/** `withdraw`: names the queued revision that is no longer wanted. */
export const withdrawRequest = z.object({
  revision: z.int('must be the number of a revision that waits').min(1, 'must be 1 or more'),
});
export type WithdrawRequest = z.infer<typeof withdrawRequest>;

/** Everything that a client may send over the WebSocket. */
export const clientMessage = z.discriminatedUnion('action', [
  startRequest.extend({ action: z.literal('start') }),
  z.object({ action: z.literal('cancel') }),
  z.object({ action: z.literal('retry') }),
  resumeRequest.extend({ action: z.literal('resume') }),
  reviseRequest.extend({ action: z.literal('revise') }),
  withdrawRequest.extend({ action: z.literal('withdraw') }),
  openRequest.extend({ action: z.literal('open_file') }),
  editRequest.extend({ action: z.literal('edit') }),
  cursorRequest.extend({ action: z.literal('cursor') }),
  fileRequest.extend({ action: z.literal('close_file') }),
  resolveRequest.extend({ action: z.literal('resolve_conflict') }),
]);
export type ClientMessage = z.infer<typeof clientMessage>;
