import type { RawData } from 'ws';
import { findUnstorableText } from '../commands/storable-text.js';
import { ClientError } from './client-error.js';

/** The part that all client messages share: an object with an action. */
export interface ClientMessage {
  readonly action: string;
  readonly [field: string]: unknown;
}

const SHOWN_CHARACTERS = 40;

/** @throws ClientError saying what is wrong with the frame. */
export function parseClientMessage(data: RawData, isBinary: boolean, actions: readonly string[]): ClientMessage {
  if (isBinary) throw new ClientError('binary_frame', 'This service reads text frames; that one was binary.');
  const message = parseJson(data);
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    throw new ClientError('not_an_object', 'A message is a JSON object; that one was not.');
  }
  const { action } = message as { action?: unknown };
  if (typeof action !== 'string' || !actions.includes(action)) throw unknownAction(action, actions);
  requireStorable(message);
  return message as ClientMessage;
}

function requireStorable(message: object): void {
  const problem = findUnstorableText(message);
  if (!problem) return;
  const field = problem.field || 'message';
  const hint = `Correct "${field}" and send the message again.`;
  throw new ClientError('invalid_field', `"${field}" ${problem.message}`, { field }, hint);
}

function parseJson(data: RawData): unknown {
  // ws passes one Buffer per message (binaryType nodebuffer).
  const text = (data as Buffer).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ClientError('bad_json', 'That message is not valid JSON.');
  }
}

function unknownAction(action: unknown, actions: readonly string[]): ClientError {
  const known = actions.map((name) => `"${name}"`).join(', ');
  return new ClientError(
    'unknown_action',
    typeof action === 'string' ? `There is no action "${clip(action)}".` : 'The message has no "action" text.',
    { field: 'action' },
    `Use one of ${known}.`,
  );
}

function clip(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
