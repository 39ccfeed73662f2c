import { z } from 'zod';
import { assetKind, assetOrigin, fileRef } from '../files.js';
import { pointedAtThen } from '../run.js';
import { inLog, listOf } from './in-log.js';

const author = z.string().describe('`blueprint`, a model’s name, `user:<id>`, `anonymous`.');

const fileMessage = inLog(
  'file',
  z.discriminatedUnion('op', [
    fileRef.extend({
      op: z.literal('written'),
      author,
      authors: listOf(z.string()).optional().describe('If several people wrote this version together: all of them.'),
      base_sha256: z.string().optional(),
      edit_version: z.int().optional().describe('The version of the edited text that this is.'),
      meant_sha256: z.string().optional().describe('What the author wrote, if this version keeps people’s changes.'),
    }),
    z.object({ op: z.literal('renamed'), from: z.string(), to: z.string(), author }),
    z.object({ op: z.literal('deleted'), path: z.string(), base_sha256: z.string(), author: author.optional() }),
  ]),
);

const assetMessage = inLog('asset', fileRef.extend({ kind: assetKind, origin: assetOrigin }));

/** The files are restored to what they were after `to_seq`; the `file` messages for this follow. */
const restoredMessage = inLog('restored', z.object({ to_seq: z.int(), author }));

const place = z.object({ from_line: z.int(), to_line: z.int() });

/** Lines that a writer and a person both changed: the person's are used, the other version is kept. */
const conflictMessage = inLog(
  'conflict',
  z.discriminatedUnion('state', [
    z.object({
      state: z.literal('open'),
      conflict: z.int().describe('What it is named by.'),
      path: z.string(),
      author,
      mine_sha256: z.string().describe('The file as it stayed.'),
      theirs_sha256: z.string().describe('The same file with the other version’s lines.'),
      places: listOf(place).describe('Lines of the file as it stayed, from 1.'),
      of_seq: z.int().optional(),
    }),
    z.object({ state: z.enum(['taken', 'kept']), conflict: z.int(), path: z.string(), author }),
  ]),
);

const queued = z.object({
  revision: z.int(),
  instruction: z.string(),
  user_id: z.string().optional(),
  at: pointedAtThen.optional(),
});
const queue = listOf(queued).describe('The whole queue, in order.');

/** Revisions that wait for the end of the active run. */
const queueMessage = inLog(
  'queue',
  z.discriminatedUnion('state', [
    queued.extend({
      state: z.literal('queued'),
      position: z.int().describe('Counted from 1, which is the next.'),
      queue,
    }),
    z.object({ state: z.literal('withdrawn'), revision: z.int(), author, queue }),
  ]),
);

const driverMessage = inLog('driver', z.object({ epoch: z.int() }));

export const projectMessages = [
  fileMessage,
  assetMessage,
  restoredMessage,
  conflictMessage,
  queueMessage,
  driverMessage,
] as const;
