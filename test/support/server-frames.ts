import type { ServerResponse } from 'node:http';
import type { ModelApi } from './faulty-model.js';
import { chunk, DONE, event, stream } from './model-server.js';

/** How a server formats the stream of an answer. */
export interface Frames {
  /** Sent before the first chunk. */
  readonly before?: string;
  /** The chat delta of a piece of the answer. */
  readonly delta?: (piece: string) => object;
  /** A chat delta of reasoning, sent first. */
  readonly thought?: object;
  /** Where it reports token usage. The last chunk is the one with `finish_reason`. */
  readonly usage?: 'own chunk' | 'last chunk' | 'every chunk' | 'x_groq' | 'nowhere';
  /** The number of input tokens that it reports. */
  readonly readTokens?: number;
  /** How the stream ends; default: the `[DONE]` event. If empty, the connection just closes. */
  readonly mark?: string;
}

/** An answer that ends halfway: with a finish reason, or with something the server sends there. */
export interface Halfway {
  readonly finish?: string;
  readonly sends?: string;
}

/** Sends the answer in a few pieces, as the server would. */
export function sendAnswer(
  response: ServerResponse,
  api: ModelApi,
  { text, halfway }: { readonly text: string; readonly halfway?: Halfway | undefined },
  frames: Frames,
): void {
  const said = halfway ? text.slice(0, text.length / 2) : text;
  const pieces = [said.slice(0, 40), said.slice(40, 400), said.slice(400)].filter(Boolean);
  const whole = api === 'chat' ? chatFrames(pieces, halfway, frames) : responsesFrames(pieces, halfway, frames);
  stream(response).end(whole);
}

function chatFrames(pieces: readonly string[], halfway: Halfway | undefined, frames: Frames): string {
  const { before = '', delta = (content: string) => ({ content }), thought, usage = 'own chunk', mark = DONE } = frames;
  const counted = { prompt_tokens: frames.readTokens ?? 100, completion_tokens: 50, total_tokens: 150 };
  const always = usage === 'every chunk' ? { usage: counted } : {};
  const deltas = [{ role: 'assistant', content: '' }, ...(thought ? [thought] : []), ...pieces.map(delta)];
  const begun = before + deltas.map((each) => chunk(each, null, always)).join('');
  if (halfway?.sends !== undefined) return begun + halfway.sends;
  const atEnd =
    usage === 'last chunk' ? { usage: counted } : usage === 'x_groq' ? { x_groq: { usage: counted } } : always;
  const ended = chunk({}, halfway?.finish ?? 'stop', atEnd);
  return begun + ended + (usage === 'own chunk' ? chunk({}, null, { choices: [], usage: counted }) : '') + mark;
}

/** The events of a response in OpenAI's order, each with an event name. */
function responsesFrames(pieces: readonly string[], halfway: Halfway | undefined, frames: Frames): string {
  let sequence = 0;
  const told = (type: string, more: object): string =>
    `event: ${type}\n${event({ type, sequence_number: sequence++, ...more })}`;
  const response = { id: 'r', object: 'response', model: 'served' };
  const item = { id: 'm', type: 'message', role: 'assistant' };
  const begun = [
    told('response.created', { response: { ...response, status: 'in_progress' } }),
    told('response.output_item.added', { output_index: 0, item: { ...item, status: 'in_progress', content: [] } }),
    ...pieces.map((delta) => told('response.output_text.delta', { item_id: 'm', output_index: 0, delta })),
  ].join('');
  if (halfway?.sends !== undefined) return begun + halfway.sends;
  const status = halfway ? 'incomplete' : 'completed';
  const reason = halfway?.finish === 'content_filter' ? 'content_filter' : 'max_output_tokens';
  const usage = { input_tokens: frames.readTokens ?? 100, output_tokens: 50, total_tokens: 150 };
  const whole = { ...response, status, usage, ...(halfway && { incomplete_details: { reason } }) };
  return begun + told(`response.${status}`, { response: whole });
}
