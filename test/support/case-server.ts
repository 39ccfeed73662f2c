import type { ServerResponse } from 'node:http';
import { type ChatMessages, fakeAnswer, FAKE_PLAN, subjectOf } from './fake-model.js';
import type { ModelApi } from './faulty-model.js';
import { chunk, DONE, event, listOfModels, type ModelServer, modelServer, stream } from './model-server.js';

/** A question that a case is about, and how it is answered. */
export interface Asked {
  readonly api: ModelApi;
  /** `plan`, `edit` or the path of the file that was asked for. */
  readonly about: string;
  /** The whole right answer. */
  readonly right: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** How often this was asked of this model through this API, this time included. */
  readonly time: number;
  readonly response: ServerResponse;
}

export type Case = (asked: Asked) => void;

/** A server whose models each have a way of their own to answer each question; what has no case is answered straight. */
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

/** Of a draft in a model's reasoning: nobody is shown it. */
export const THOUGHT_LINE = '// A draft that was thought.';
/** A whole file that is not the final one. */
export const draftOf = (about: string, line: string): string =>
  `<file path="${about}">\n${line}\nexport default () => null;\n</file>\n`;
export const DRAFT_PLAN = JSON.stringify({ ...FAKE_PLAN, name: 'Draft' });

/** A piece of an answer. */
export function said(api: ModelApi, text: string): string {
  return api === 'chat' ? chunk({ content: text }) : event({ type: 'response.output_text.delta', delta: text });
}

/** A piece of what a server tells as reasoning, beside the answer. */
export function thought(api: ModelApi, text: string): string {
  return api === 'chat'
    ? chunk({ reasoning_content: text })
    : event({ type: 'response.reasoning_text.delta', delta: text });
}

/** The end with its reason; `readTokens` says how much was read. */
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

/** Answers as servers usually do. */
export function says({ api, response }: Asked, text: string): void {
  stream(response).end(said(api, text) + finished(api) + (api === 'chat' ? DONE : ''));
}

export function refuses({ response }: Asked, status: number, error: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
}
