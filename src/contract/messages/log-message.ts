import { z } from 'zod';
import {
  assetMessage,
  conflictMessage,
  driverMessage,
  fileMessage,
  queueMessage,
  restoredMessage,
} from './project-messages.js';
import { cancelledMessage, completeMessage, deletedMessage, errorMessage } from './end-messages.js';
import { previewMessage, shareMessage } from './preview-messages.js';
import { progressMessage } from './progress-message.js';
import { runMessage } from './run-message.js';

/** A message of the log: exactly one an event, so `seq` has no gaps for a viewer. */
export const logMessage = z.discriminatedUnion('type', [
  runMessage,
  progressMessage,
  completeMessage,
  errorMessage,
  cancelledMessage,
  driverMessage,
  fileMessage,
  assetMessage,
  restoredMessage,
  conflictMessage,
  queueMessage,
  previewMessage,
  shareMessage,
  deletedMessage,
]);
export type LogMessage = z.infer<typeof logMessage>;

/** The message of one type: `MessageOf<'progress'>`. */
export type MessageOf<Type extends LogMessage['type']> = Extract<LogMessage, { type: Type }>;
