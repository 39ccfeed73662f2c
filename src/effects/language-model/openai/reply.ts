import { createParser } from 'eventsource-parser';
import { notAnApi } from './disposition.js';

/** The items of a server's answer: JSON values, and the end mark of OpenAI's protocol. */
export type ReplyItem = { readonly json: unknown } | { readonly mark: 'done' };

/** A longer answer is not one of a model: 8,000 tokens in single chunks take about 2 MB. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Reads an answer whatever its content type says: a stream of events, one JSON body (a server that does not stream, or an error
 * with status 200), or a web page. `heard` is called for every byte, including comments that keep a connection alive. Ends early
 * when `signal` is aborted.
 * @throws ModelError if the answer is a page; SyntaxError if it is not JSON
 */
export async function* replyItems(
  body: AsyncIterable<Uint8Array>,
  { baseUrl, heard, signal }: { readonly baseUrl: string; readonly heard: () => void; readonly signal: AbortSignal },
): AsyncGenerator<ReplyItem> {
  const events: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => events.push(data) });
  const decoder = new TextDecoder();
  let start = '';
  let kind: ReplyKind | undefined;
  let bytes = 0;
  for await (const chunk of body) {
    heard();
    if ((bytes += chunk.byteLength) > MAX_BYTES) throw new SyntaxError('The answer does not end.');
    const text = decoder.decode(chunk, { stream: true });
    if (kind !== 'events') start += text;
    kind ??= kindOf(start);
    if (kind === 'page') throw notAnApi(baseUrl);
    if (kind !== 'events') continue;
    parser.feed(start === '' ? text : start);
    start = '';
    yield* itemsOf(events.splice(0));
    if (signal.aborted) return;
  }
  if (kind === 'events') {
    // A server that closes without the last blank line has still sent its last event.
    parser.feed('\n\n');
    yield* itemsOf(events.splice(0));
  } else if (start.trim() !== '') {
    yield { json: JSON.parse(start) as unknown };
  }
}

type ReplyKind = 'events' | 'json' | 'page';

/** Determined by the first character; undefined before there is one. */
function kindOf(start: string): ReplyKind | undefined {
  const first = start.trimStart().charAt(0);
  if (first === '') return undefined;
  if (first === '<') return 'page';
  return first === '{' || first === '[' ? 'json' : 'events';
}

function* itemsOf(events: readonly string[]): Generator<ReplyItem> {
  for (const data of events) {
    if (data.trim() === '') continue;
    if (data.trim() === '[DONE]') yield { mark: 'done' };
    else yield { json: JSON.parse(data) as unknown };
  }
}
