import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type ChatMessages, type FakeModel, subjectOf } from './fake-model.js';
import {
  chunk,
  DONE,
  event,
  listOfModels,
  type ModelServer,
  modelServer,
  type ServedRequest,
  stream,
} from './model-server.js';

export type ModelApi = 'chat' | 'responses';

/** A fault on the connection, in place of an answer. */
export type ModelFault = (response: ServerResponse, api: ModelApi) => void;

/**
 * @param time how often this was asked within the same run through the same API, including this time
 * @returns undefined to pass the request on
 */
export type FaultOf = (question: { readonly about: string; readonly time: number }) => ModelFault | undefined;

/**
 * A fake model behind a server that injects faults into requests that contain one of the words in `faults`, and passes on all
 * others. `requests` contains every request.
 */
export async function faultyModel(fake: FakeModel, faults: Readonly<Record<string, FaultOf>>): Promise<ModelServer> {
  const times = new Map<string, number>();
  return modelServer((response, request) => {
    const api = request.path.endsWith('/responses') ? 'responses' : 'chat';
    const messages = (request.body['messages'] ?? request.body['input']) as ChatMessages;
    const said = JSON.stringify(messages);
    const about = subjectOf(messages);
    const [word, faultOf] = Object.entries(faults).find(([name]) => said.includes(name)) ?? [];
    const key = `${api} ${word} ${about}`;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    const fault = faultOf?.({ about, time });
    if (fault) fault(response, api);
    else void pass(fake, request, response);
  }, listOfModels('fake'));
}

async function pass(fake: FakeModel, { path, body, closed }: ServedRequest, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  void closed.then(() => gone.abort());
  try {
    const answer = await fetch(fake.url.replace(/\/v1$/, path), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: gone.signal,
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    Readable.fromWeb(answer.body as ReadableStream).pipe(response);
  } catch (error) {
    response.destroy(error as Error);
  }
}

/** Sends the beginning of a file without an end. */
export function beginAnswer(response: ServerResponse, api: ModelApi): ServerResponse {
  const begun = 'export default fun';
  stream(response).write(
    api === 'chat' ? chunk({ content: begun }) : event({ type: 'response.output_text.delta', delta: begun }),
  );
  return response;
}

export function refuse(response: ServerResponse, api: ModelApi): void {
  const words = 'I will not.';
  stream(response).end(
    api === 'chat'
      ? chunk({ refusal: words }) + chunk({}, 'stop') + DONE
      : event({ type: 'response.refusal.delta', delta: words }) + outcome('completed'),
  );
}

/** An answer that was truncated at its token limit. */
export function cutShort(response: ServerResponse, api: ModelApi): void {
  beginAnswer(response, api).end(
    api === 'chat'
      ? chunk({}, 'length') + DONE
      : outcome('incomplete', { incomplete_details: { reason: 'max_output_tokens' } }),
  );
}

function outcome(status: 'completed' | 'incomplete', more: object = {}): string {
  const usage = { input_tokens: 9, output_tokens: 4 };
  const response = { id: 'r', object: 'response', model: 'served', status, usage, ...more };
  return event({ type: `response.${status}`, response });
}
