import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request that the model server received. */
export interface ServedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
  /** Resolves if the client closes the connection before the answer is complete. */
  readonly closed: Promise<void>;
}

/** A server that answers exactly as the test says, byte for byte: for faults that no well-behaved fake produces. */
export interface ModelServer {
  /** The value for `baseUrl`. */
  readonly url: string;
  readonly requests: readonly ServedRequest[];
  close(): Promise<void>;
}

export type Serve = (response: ServerResponse, request: ServedRequest, count: number) => void;

/**
 * Starts a model server; close it in `afterEach`.
 * @param lists responses to GET requests by path; those are not recorded in `requests`
 */
export async function modelServer(serve: Serve, lists: Readonly<Record<string, unknown>> = {}): Promise<ModelServer> {
  const requests: ServedRequest[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      const list = lists[request.url ?? ''];
      response.writeHead(list === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(list ?? { error: 'not found' }));
      return;
    }
    void text(request).then((body) => {
      const closed = new Promise<void>((resolve) => response.once('close', () => resolve()));
      const served = {
        path: request.url ?? '',
        headers: request.headers,
        body: JSON.parse(body) as Record<string, unknown>,
        closed,
      };
      requests.push(served);
      serve(response, served, requests.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The list of models in OpenAI's protocol, for the `lists` of a server. */
export function listOfModels(...models: readonly string[]): Readonly<Record<string, unknown>> {
  return { '/v1/models': { object: 'list', data: models.map((id) => ({ id, object: 'model' })) } };
}

/** A chunk of a streamed chat completion. */
export function chunk(delta: object, finish: string | null = null, more: object = {}): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return event({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'served', choices, ...more });
}

export function event(data: object | string): string {
  return `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

export const DONE = event('[DONE]');

/** Starts a stream of server-sent events. */
export function stream(response: ServerResponse): ServerResponse {
  return response.writeHead(200, { 'content-type': 'text/event-stream' });
}
