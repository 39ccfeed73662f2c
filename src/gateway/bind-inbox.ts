import { Logger } from '@nestjs/common';
import type { MessageMappingProperties } from '@nestjs/websockets';
import { lastValueFrom, type Observable } from 'rxjs';
import type { RawData, WebSocket } from 'ws';
import { asClientError, INTERNAL, pathIn, replyWithError } from './client-error.js';
import { parseClientMessage } from './client-message.js';
import { CLOSE_POLICY } from './close-codes.js';
import { Inbox } from './inbox.js';

interface Frame {
  readonly data: RawData;
  readonly isBinary: boolean;
}

const MAX_WAITING = 32;
const logger = new Logger('Gateway');

/** Passes a client's messages to the handlers of their actions, one at a time, and answers those without a handler. */
export function bindInbox(
  client: WebSocket,
  handlers: readonly MessageMappingProperties[],
  transform: (data: unknown) => Observable<unknown>,
): void {
  const byAction = new Map(handlers.map(({ message, callback }) => [String(message), callback]));
  const actions = [...byAction.keys()];

  const handle = async ({ data, isBinary }: Frame): Promise<void> => {
    let path: string | undefined;
    try {
      const message = parseClientMessage(data, isBinary, actions);
      path = pathIn(message);
      const answer: unknown = byAction.get(message.action)?.(message, message.action);
      await lastValueFrom(transform(answer), { defaultValue: undefined });
    } catch (error) {
      const known = asClientError(error);
      if (!known) logger.error('A viewer’s message failed', error instanceof Error ? error.stack : String(error));
      replyWithError(client, known ?? INTERNAL, path);
    }
  };

  const inbox = new Inbox(handle, MAX_WAITING);
  client.on('message', (data, isBinary) => {
    if (client.readyState !== client.OPEN || inbox.push({ data, isBinary })) return;
    client.close(
      CLOSE_POLICY,
      `More than ${MAX_WAITING} messages are waiting: send the next one when the last has been answered.`,
    );
  });
}
