import { z } from 'zod';
import { previewUrls } from '../preview.js';
import { cursorPlace, fileProblem, textUpdate } from '../texts.js';
import { listOf } from './in-log.js';

/** A message beside the log: it has no seq, and nothing keeps it. */
function aside<const Type extends string, Data extends z.ZodType>(type: Type, data: Data) {
  return z.object({ type: z.literal(type), data });
}

/** Everything up to `head` has been sent. */
export const readyMessage = aside('ready', z.object({ head: z.int() }));

/** Nothing has happened, and the connection is there: a page cannot see pings. */
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

/** What is said by the way: that a stage is still at work, that the log does not answer. More fields go with the code. */
export const noticeMessage = aside('notice', z.looseObject({ code: z.string(), message: z.string() }));
export type NoticeData = z.infer<typeof noticeMessage>['data'];

/** A piece of a file that a model is writing. */
export const chunkMessage = aside(
  'chunk',
  z.looseObject({ code: z.literal('chunk'), message: z.string(), path: z.string(), text: z.string() }),
);
type ChunkData = z.infer<typeof chunkMessage>['data'];

export function isChunk(data: NoticeData): data is ChunkData {
  return data.code === 'chunk';
}

/** How far a project without a run is prepared; its address opens already. */
export const warmthMessage = aside(
  'preview',
  z.object({ state: z.enum(['warming', 'warm']), preview_url: z.string(), preview_urls: previewUrls }),
);
export type Warmth = z.infer<typeof warmthMessage>['data'];

/** Answers `open_file`; comes again where the changes behind the client's version are gone. */
export const fileTextMessage = aside('file_text', z.object({ path: z.string(), version: z.int(), text: z.string() }));

/** To all who have the file open, the sender too. */
export const editsMessage = aside(
  'edits',
  z.object({
    path: z.string(),
    version: z.int().describe('Of the text before the first update.'),
    updates: listOf(textUpdate),
  }),
);

/** Everybody's cursors in a file, whenever one has moved. */
export const cursorsMessage = aside('cursors', z.object({ path: z.string(), cursors: listOf(cursorPlace) }));

/** What is wrong with the text: why it is not in its file yet, at once; what the types say of it, after a pause in typing. */
export const diagnosticsMessage = aside(
  'diagnostics',
  z.object({ path: z.string(), version: z.int(), problems: listOf(fileProblem) }),
);

/** What a client is told of its own mistake, alone. */
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

/** What the members of an edited file are told. */
export type EditMessage = Extract<Aside, { type: 'file_text' | 'edits' | 'cursors' | 'diagnostics' }>;
