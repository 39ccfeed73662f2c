import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { WebSocket } from 'ws';
import { asClientError, INTERNAL, pathIn, replyWithError } from './client-error.js';

/** Answers a message whose handler threw: with the client's mistake, or with `internal` and a line in our own log. */
@Catch()
export class ClientErrorFilter implements ExceptionFilter {
  readonly #logger = new Logger('Gateway');

  catch(error: unknown, host: ArgumentsHost): void {
    const ws = host.switchToWs();
    const client = ws.getClient<WebSocket>();
    const known = asClientError(error);
    if (!known) this.#logger.error('A viewer’s message failed', error instanceof Error ? error.stack : String(error));
    replyWithError(client, known ?? INTERNAL, pathIn(ws.getData()));
  }
}
