import type { ServerResponse } from 'node:http';
import { type ChatMessages, fakeAnswer, FAKE_PLAN, subjectOf } from './fake-model.js';
import type { ModelApi } from './faulty-model.js';
import { chunk, DONE, event, listOfModels, type ModelServer, modelServer, stream } from './model-server.js';

/** A request to which a case applies, and how to answer it. */
export interface Asked {
  readonly api: ModelApi;
  /** `plan`, `edit`, or the path of the requested file. */
  readonly about: string;
  /** The complete correct answer. */
  readonly right: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** How often this was asked of this model through this API, including this time. */
  readonly time: number;
  readonly response: ServerResponse;
}

export type Case = (asked: Asked) => void;

/** A server with models that each answer in their own way. Requests without a case get the correct answer. */
export async function caseServer(
  models: Readonly<Record<string, Readonly<Record<string, Case>>>>,
): Promise<ModelServer> {
  const times = new Map<string, number>();
  return modelServer(
    (response, { path, body }) => {
      const api = path.endsWith('/responses') ? 'responses' : 'chat';
      const messages = (body['messages'] ?? body['input']) as ChatMessages;
      const about = subjectOf(messages);
      const key = `${api} ${String(body['model'])} ${about}`;
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      const asked = { api, about, body, time, response, right: about === 'edit' ? '' : fakeAnswer(messages) } as const;
      (models[String(body['model'])]?.[about] ?? ((each) => says(each, each.right)))(asked);
    },
    listOfModels(...Object.keys(models)),
  );
}

/** A line of a draft inside reasoning, which nobody must see. */
export const THOUGHT_LINE = '// A draft that was thought.';
/** A complete file that is not the final one. */
export const draftOf = (about: string, line: string): string =>
  `<file path="${about}">\n${line}\nexport default () => null;\n</file>\n`;
export const DRAFT_PLAN = JSON.stringify({ ...FAKE_PLAN, name: 'Draft' });

/** A piece of a streamed answer. */
export function said(api: ModelApi, text: string): string {
  return api === 'chat' ? chunk({ content: text }) : event({ type: 'response.output_text.delta', delta: text });
}

/** A piece of reasoning that the server streams besides the answer. */
export function thought(api: ModelApi, text: string): string {
  return api === 'chat'
    ? chunk({ reasoning_content: text })
    : event({ type: 'response.reasoning_text.delta', delta: text });
}

/** The end of the stream with its finish reason; `readTokens` is the number of input tokens. */
export function finished(api: ModelApi, readTokens = 20_000): string {
  if (api === 'chat') {
    const usage = { prompt_tokens: readTokens, completion_tokens: 50 };
    return chunk({}, 'stop') + chunk({}, null, { choices: [], usage });
  }
  const usage = { input_tokens: readTokens, output_tokens: 50 };
  return event({
    type: 'response.completed',
    response: { object: 'response', model: 'served', status: 'completed', usage },
  });
}

/** Answers like an ordinary server. */
export function says({ api, response }: Asked, text: string): void {
  stream(response).end(said(api, text) + finished(api) + (api === 'chat' ? DONE : ''));
}

export function refuses({ response }: Asked, status: number, error: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
}
