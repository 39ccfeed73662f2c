/** A failure reported by a server, wherever it appears: as a status, in a chunk, inside a choice, or as JSON with status 200. */
export interface ServerSaid {
  /** Of the response, or named in the error itself. */
  readonly status: number | undefined;
  readonly code: string;
  /** Its own words, short enough for a person. */
  readonly words: string;
  /** Everything it sent, to look for names and numbers in. */
  readonly all: string;
  /** It answers with a web page: perhaps a proxy before it, perhaps the address of something else. */
  readonly isPage: boolean;
  /** The wait that it asks for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

export interface AnsweredFailure {
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  /** JSON where it is JSON, else text. */
  readonly body: unknown;
}

const MAX_WORDS = 300;
/** Servers show stack traces, and models' whole answers. */
const MAX_READ = 8_000;

export function serverSaid({ status, headers, body }: AnsweredFailure): ServerSaid {
  const error = errorIn(body);
  const code = textOf(error['code']) || textOf(error['type']) || textOf(error['status']);
  const all = (typeof body === 'string' ? body : JSON.stringify(body ?? '')).slice(0, MAX_READ);
  const isPage = /^\s*</.test(all) || (headers?.get('content-type') ?? '').includes('text/html');
  const words = (isPage ? all.replaceAll(/<[^<>]*>/g, ' ') : wordsOf(error)) || all;
  return {
    status: status === undefined || status < 400 ? statusIn(error) : status,
    code,
    words: words.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_WORDS) || 'it does not say why',
    all,
    isPage,
    retryAfterMs: (headers && retryAfterHeader(headers)) ?? retryAfterIn(all),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The part that describes the error: OpenAI's `error`, the first of Gemini's list, or the body itself (vLLM, FastAPI). */
function errorIn(body: unknown): Fields {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof first === 'string') return { message: first };
  if (!isFields(first)) return {};
  const { error, message } = first;
  if (typeof error === 'string') return { ...first, message: error };
  // Mistral's.
  if (isFields(message)) return { ...first, ...message, message: message['message'] };
  return isFields(error) ? error : first;
}

/** The words for a person; OpenRouter has those of the underlying provider in `metadata.raw`. */
function wordsOf({ message, detail, metadata }: Fields): string {
  const raw = isFields(metadata) ? textOf(metadata['raw']) : '';
  const details = Array.isArray(detail) ? detail.map((each) => (isFields(each) ? issueOf(each) : textOf(each))) : [];
  const said = textOf(message) || textOf(detail) || details.join('; ');
  return raw !== '' && !said.includes(raw) ? `${said}: ${raw}` : said;
}

/** How FastAPI and pydantic report a field: `{loc: ["body", "max_tokens"], msg}`. */
function issueOf({ loc, msg }: Fields): string {
  const at = Array.isArray(loc) ? loc.filter((part) => part !== 'body').join('.') : '';
  return [at, textOf(msg)].filter(Boolean).join(': ');
}

function statusIn({ code, status }: Fields): number | undefined {
  const named = [code, status].map(Number).find((number) => Number.isInteger(number) && number >= 400 && number < 600);
  return named;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `retry-after` in seconds or as a date, `retry-after-ms` in milliseconds. */
function retryAfterHeader(headers: Headers): number | undefined {
  const ms = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(ms)) return Math.max(0, ms);
  const after = headers.get('retry-after');
  if (after === null) return undefined;
  const waitMs = /^\d+(?:\.\d+)?$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}

/** Gemini's `retryDelay: "34s"`, and "Please try again in 1m7.5s" of Groq and OpenAI. */
function retryAfterIn(all: string): number | undefined {
  const [, waiting] =
    /"retryDelay":\s*"([\d.]+s)"/.exec(all) ?? /try again in ((?:[\d.]+(?:ms|h|m|s))+)/.exec(all) ?? [];
  if (waiting === undefined) return undefined;
  const parts = [...waiting.matchAll(/(?<![\d.])([\d.]{1,12})(ms|h|m|s)/g)];
  return parts.reduce((sum, [, amount, unit = 's']) => sum + Number(amount) * (UNIT_MS[unit] ?? 0), 0);
}

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
