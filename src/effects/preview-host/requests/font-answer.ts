import { send } from '@fastify/send';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Serves a font straight from the disk. Expo waits six seconds for a font, and Metro, which would send the same bytes,
 * does not answer while it puts a bundle together.
 */
export async function answerWithFont(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
  const { statusCode, headers, stream } = await send(request, encodeURIComponent(basename(file)), {
    root: dirname(file),
    // A font of the kit changes with the kit alone, and Expo puts its hash into the address.
    maxAge: '1d',
  });
  response.writeHead(statusCode, { ...headers, 'x-content-type-options': 'nosniff' });
  await pipeline(stream, response);
}
