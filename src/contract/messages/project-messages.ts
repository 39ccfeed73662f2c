import { z } from 'zod';
import { assetKind, assetOrigin, fileRef } from '../files.js';
import { inLog, listOf } from './in-log.js';

const author = z.string().describe('`blueprint`, a model’s name, `user:<id>`, `anonymous`.');

export const fileMessage = inLog(
  'file',
  z.discriminatedUnion('op', [
    fileRef.extend({
      op: z.literal('written'),
      author,
      authors: listOf(z.string()).optional().describe('Where several wrote this version together: all of them.'),
      base_sha256: z.string().optional(),
      edit_version: z.int().optional().describe('The version of the edited text that this is.'),
    }),
    z.object({ op: z.literal('renamed'), from: z.string(), to: z.string(), author }),
    z.object({ op: z.literal('deleted'), path: z.string(), base_sha256: z.string() }),
  ]),
);

export const assetMessage = inLog('asset', fileRef.extend({ kind: assetKind, origin: assetOrigin }));

/** The files are again as they were after `to_seq`; the `file` messages that it means follow. */
export const restoredMessage = inLog('restored', z.object({ to_seq: z.int(), author }));

export const driverMessage = inLog('driver', z.object({ epoch: z.int() }));
