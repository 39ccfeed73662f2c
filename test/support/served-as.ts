import type { ModelApi } from './faulty-model.js';
import { type ChatMessages, fakeAnswer, subjectOf } from './fake-model.js';
import type { Serve } from './model-server.js';
import { type Frames, type Halfway, sendAnswer } from './server-frames.js';

/** A request that the server received. */
export interface Asked {
  /** `plan`, or the path of a file. */
  readonly about: string;
  /** How often it was asked about this through this API, including this time. */
  readonly time: number;
  readonly body: Readonly<Record<string, unknown>>;
}

type Refusal = readonly [status: number, body: unknown, headers?: Record<string, string>];

/** What a server does instead of answering, under a condition. */
export interface Quirk {
  readonly when: (asked: Asked) => boolean;
  readonly refuses?: Refusal | ((asked: Asked) => Refusal);
  readonly halfway?: Halfway;
}

/** A model server with the behaviour that its documentation and public bug reports describe (docs/models.md). */
export interface ServerProfile {
  readonly name: string;
  /** The base URL in the settings; absent for a server on this machine. */
  readonly baseUrl?: string;
  readonly model: string;
  /** Its endpoints, with the number of requests that one app takes: seven if nothing is refused, one for a plan only. */
  readonly requests: Readonly<Partial<Record<ModelApi, number>>>;
  readonly writes?: 'plan';
  readonly lists?: Readonly<Record<string, unknown>>;
  readonly quirks?: readonly Quirk[];
  readonly frames?: Frames;
  /** The notes that the person gets, and no others. */
  readonly notes?: readonly RegExp[];
  /** Files that keep their blueprint version. */
  readonly left?: readonly string[];
}

/** Answers as the profile describes. */
export function servingAs({ quirks = [], frames = {} }: ServerProfile): Serve {
  const times = new Map<string, number>();
  return (response, { path, body }) => {
    const api = path.endsWith('/responses') ? 'responses' : 'chat';
    const messages = messagesOf(body);
    const about = subjectOf(messages);
    const key = `${api} ${about}`;
    const asked = { about, body, time: (times.get(key) ?? 0) + 1 };
    times.set(key, asked.time);
    const quirk = quirks.find(({ when }) => when(asked));
    if (quirk?.refuses) {
      const [status, refusal, headers] = typeof quirk.refuses === 'function' ? quirk.refuses(asked) : quirk.refuses;
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(refusal));
    } else sendAnswer(response, api, { text: fakeAnswer(messages), halfway: quirk?.halfway }, frames);
  };
}

/** The messages of a request to either API. */
export const messagesOf = (body: Asked['body']): ChatMessages => (body['messages'] ?? body['input']) as ChatMessages;
