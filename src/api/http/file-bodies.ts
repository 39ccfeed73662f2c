import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** The largest file that is taken; JSON bodies keep the API's own limit. */
const MAX_FILE_BYTES = 2 * 1024 * 1024;

const FILE_ROUTE = /^\/api\/v1\/projects\/[^/]+\/files\//;

/** A file is written as it is sent, whatever its type says; every other body must be JSON. */
export function takeFileBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const json = fastify.getDefaultJsonParser('error', 'error');
  const { bodyLimit = 0 } = fastify.initialConfig;
  const options = { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES } as const;
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser('application/json', options, (request, body: Buffer, done) => {
    if (isFileWrite(request)) done(null, body);
    else if (body.length > bodyLimit) done(refusal(413, 'The body is too large.'));
    // Fastify's own parser: it refuses what would change an object's prototype.
    else void json(request, body.toString(), done);
  });
  fastify.addContentTypeParser('*', options, (request, body: Buffer, done) => {
    if (isFileWrite(request)) done(null, body);
    else done(refusal(415, `The body is ${request.headers['content-type'] ?? 'of no named type'}, not JSON.`));
  });
}

function isFileWrite({ method, url }: FastifyRequest): boolean {
  return method === 'PUT' && FILE_ROUTE.test(url);
}

function refusal(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode });
}
