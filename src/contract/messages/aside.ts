import { z } from 'zod';
import { previewUrls } from '../preview.js';
import { cursorPlace, fileProblem, textUpdate } from '../texts.js';
import { listOf } from './in-log.js';

/** A message outside the log: it has no seq and is not stored. */
function aside<const Type extends string, Data extends z.ZodType>(type: Type, data: Data) {
  return z.object({ type: z.literal(type), data });
}

/** Everything up to `head` has been sent. */
export const readyMessage = aside('ready', z.object({ head: z.int() }));

/** Shows that the connection is alive although nothing happens: a page cannot see pings. */
export const aliveMessage = aside('alive', z.object({}));

/** Who watches the project, on all instances. */
export const presenceMessage = aside(
  'presence',
  z.object({
    viewers: z.int(),
    people: listOf(
      z.object({
        user_id: z.string(),
        color: z.string().describe('A CSS colour, the same for the same person everywhere.'),
        connections: z.int(),
      }),
    ).describe('The people who gave a name.'),
  }),
);
export type Watching = z.infer<typeof presenceMessage>['data'];

/** A remark outside the log: a stage is still running, the log does not answer. Further fields depend on the code. */
export const noticeMessage = aside('notice', z.looseObject({ code: z.string(), message: z.string() }));
export type NoticeData = z.infer<typeof noticeMessage>['data'];

/** A piece of a file that a model is writing. */
export const chunkMessage = aside(
  'chunk',
  z.looseObject({ code: z.literal('chunk'), message: z.string(), path: z.string(), text: z.string() }),
);
export type ChunkData = z.infer<typeof chunkMessage>['data'];

/** How far a project without a run is prepared; its address opens already. */
export const warmthMessage = aside(
  'preview',
  z.object({ state: z.enum(['warming', 'warm']), preview_url: z.string(), preview_urls: previewUrls }),
);
export type Warmth = z.infer<typeof warmthMessage>['data'];

/** Answers `open_file`; sent again if the changes since the client's version are gone. */
export const fileTextMessage = aside('file_text', z.object({ path: z.string(), version: z.int(), text: z.string() }));

/** Sent to everyone who has the file open, including the sender. */
export const editsMessage = aside(
  'edits',
  z.object({
    path: z.string(),
    version: z.int().describe('Of the text before the first update.'),
    updates: listOf(textUpdate),
  }),
);

/** Everybody's cursors in a file, sent whenever one has moved. */
export const cursorsMessage = aside('cursors', z.object({ path: z.string(), cursors: listOf(cursorPlace) }));

/** Problems of the text: those that keep it out of its file at once, type errors after a pause in typing. */
export const diagnosticsMessage = aside(
  'diagnostics',
  z.object({ path: z.string(), version: z.int(), problems: listOf(fileProblem) }),
);

/** A mistake of the client, sent to that client only. */
export const clientErrorMessage = aside(
  'error',
  z.object({
    code: z.string(),
    message: z.string(),
    suggestion: z.string(),
    field: z.string().optional().describe('The field that was wrong.'),
    path: z.string().optional().describe('The file that it is about, if the message named one.'),
    head: z.int().optional().describe('The last existing seq, if `after` was beyond it.'),
  }),
).extend({ error: z.string() });

export const asideMessage = z.discriminatedUnion('type', [
  readyMessage,
  aliveMessage,
  presenceMessage,
  noticeMessage,
  chunkMessage,
  warmthMessage,
  fileTextMessage,
  editsMessage,
  cursorsMessage,
  diagnosticsMessage,
  clientErrorMessage,
]);
export type Aside = z.infer<typeof asideMessage>;

/** The messages that everyone who edits a file gets. */
export type EditMessage = Extract<Aside, { type: 'file_text' | 'edits' | 'cursors' | 'diagnostics' }>;
