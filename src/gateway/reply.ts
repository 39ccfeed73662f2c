import type { WebSocket } from 'ws';
import type { Aside } from '../contract/messages/aside.js';
import { CLOSE_TRY_AGAIN } from './close-codes.js';

/** A client that asks on without reading the answers. */
const MAX_UNREAD_BYTES = 4 * 1024 * 1024;

/** Sends a message outside the log to one client. */
export function reply(client: WebSocket, message: Aside): void {
  if (client.readyState !== client.OPEN) return;
  if (client.bufferedAmount > MAX_UNREAD_BYTES) client.close(CLOSE_TRY_AGAIN, 'Too many unread answers.');
  else client.send(JSON.stringify(message));
}
