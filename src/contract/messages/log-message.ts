import { z } from 'zod';
import { endMessages } from './end-messages.js';
import { previewMessages } from './preview-messages.js';
import { progressMessage } from './progress-message.js';
import { projectMessages } from './project-messages.js';
import { runMessage } from './run-message.js';

/** A message of the log: exactly one for each event, so `seq` has no gaps for a viewer. */
export const logMessage = z.discriminatedUnion('type', [
  runMessage,
  progressMessage,
  ...endMessages,
  ...projectMessages,
  ...previewMessages,
]);
export type LogMessage = z.infer<typeof logMessage>;

/** The message of one type: `MessageOf<'progress'>`. */
export type MessageOf<Type extends LogMessage['type']> = Extract<LogMessage, { type: Type }>;
