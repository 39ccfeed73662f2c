import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch, type RequestInit } from 'undici';
import { ServerRefused } from './disposition.js';

/** A page or a stack trace may follow the relevant words. */
const MAX_REFUSAL_BYTES = 64 * 1024;

/** Silence is the watchdog's to judge: by themselves, five minutes without a byte end a request. */
const PATIENT = { headersTimeout: 0, bodyTimeout: 0 };

let direct: Dispatcher | undefined;

/**
 * The fetch for a model's server: uses HTTPS_PROXY, HTTP_PROXY and NO_PROXY if the server is on another machine, and has
 * no time limit of its own. A failure is thrown with its whole body: OpenAI's client would drop the words of most servers
 * except OpenAI's.
 */
export function modelFetch(baseUrl: string): typeof globalThis.fetch {
  const dispatcher = isOnThisMachine(baseUrl) ? (direct ??= new Agent(PATIENT)) : new EnvHttpProxyAgent(PATIENT);
  const send = async (url: unknown, init: unknown): Promise<Response> => {
    const answered = await fetch(url as string, { ...(init as RequestInit), dispatcher });
    const response = answered as unknown as Response;
    if (response.ok) return response;
    throw new ServerRefused(response, jsonOrText(await begunText(response)));
  };
  return send;
}

/** `localhost`, 127.*.*.* and ::1. */
export function isOnThisMachine(baseUrl: string): boolean {
  return /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(baseUrl).hostname);
}

async function begunText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    if ((bytes += chunk.byteLength) > MAX_REFUSAL_BYTES) break;
  }
  return Buffer.concat(chunks).toString();
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
