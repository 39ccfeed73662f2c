import type { Lesson, Trait } from '../server-lessons.port.js';
import { type Dialect, outputLimit } from './dialect.js';
import { limitIn, type NamedLimit } from './limit-in.js';
import type { ServerSaid } from './server-said.js';

/** A request that was refused. */
export interface RefusedRequest {
  readonly dialect: Dialect;
  readonly hasSchema: boolean;
  readonly hasSystem: boolean;
  /** As they are counted here. */
  readonly inputTokens: number;
  readonly maxOutputTokens: number;
}

/** What can be learnt from a refusal. */
export interface Taught {
  readonly lessons: readonly Lesson[];
  /** With them the same question is another request, which may be answered. */
  readonly isWorthAsking: boolean;
}

/** A shorter answer than this is useless. */
export const LEAST_USEFUL_TOKENS = 256;
/** Credit may be bought at any time. */
const CREDIT_HOLDS_MS = 600_000;

const UNKNOWN =
  /unsupported|not support|unknown|unrecogni[sz]ed|not permitted|not allowed|extra inputs|unexpected|invalid|cannot find field|unavailable|use '/i;
const SYSTEM_ROLE =
  /system (?:role|messages?|prompts?|instructions?)\b|\brole\b[^.]{0,20}system|system[^.]{0,10}\brole\b|developer instruction is not enabled|roles must alternate/i;
const SCHEMA =
  /response[_ ]?format|json[_ ]schema|structured[_ ]output|text\.format|guided|grammar|additionalproperties|\$schema|response_?schema|no endpoints found that support|json mode|json_validate_failed|failed_generation/i;

/** The lessons of a refusal, whatever its status and wording; none: the refusal is final. Pure. */
export function lessonsIn(said: ServerSaid, asked: RefusedRequest, now = new Date()): Taught {
  const { status, all } = said;
  if (status === 401 || status === 403 || status === 429) return NOTHING;
  const named = limitIn(all);
  if (named) return ofLimit(said, asked, named, now);
  const trait = refusedTrait(all, asked);
  if (trait === undefined) return NOTHING;
  const other = asked.dialect.limit === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
  const value = trait === 'limit_parameter' ? other : 'left out';
  return { lessons: [{ trait, value, said: said.words }], isWorthAsking: true };
}

const NOTHING: Taught = { lessons: [], isWorthAsking: false };

/** The part of the request that the server does not accept. */
function refusedTrait(all: string, { dialect, hasSchema, hasSystem }: RefusedRequest): Trait | undefined {
  const isLimit = /max_(?:completion_)?tokens/.test(all) && UNKNOWN.test(all);
  if (isLimit) return dialect.isLimitLearnt ? undefined : 'limit_parameter';
  if (dialect.hasStreamOptions && /stream_options|include_usage/.test(all)) return 'stream_options';
  if (dialect.hasStore && /\bstore\b/.test(all) && UNKNOWN.test(all)) return 'store';
  if (hasSchema && dialect.hasSchemas && SCHEMA.test(all)) return 'schema';
  if (hasSystem && dialect.hasSystemRole && SYSTEM_ROLE.test(all)) return 'system_role';
  return undefined;
}

function ofLimit({ words }: ServerSaid, asked: RefusedRequest, named: NamedLimit, now: Date): Taught {
  const { contextTokens, inputTokens, outputTokens, isOfCredit } = named;
  const ratio = inputTokens === undefined || asked.inputTokens === 0 ? undefined : inputTokens / asked.inputTokens;
  const until = isOfCredit && new Date(now.getTime() + CREDIT_HOLDS_MS).toISOString();
  const values: readonly (readonly [Trait, number | undefined])[] = [
    ['context_tokens', contextTokens],
    ['input_ratio', ratio === undefined ? undefined : Math.ceil(ratio * 1000) / 1000],
    ['output_tokens', outputTokens],
  ];
  const lessons = values.flatMap(([trait, value]): Lesson[] =>
    value === undefined ? [] : [{ trait, value: String(value), said: words, ...(until && { until }) }],
  );
  const { dialect, maxOutputTokens } = asked;
  const after = outputLimit(maxOutputTokens, asked.inputTokens, {
    ...dialect,
    contextTokens: contextTokens ?? dialect.contextTokens,
    outputTokens: outputTokens ?? dialect.outputTokens,
    inputRatio: ratio ?? dialect.inputRatio,
  });
  // The request was made with the limit that it had: only a lower one makes it another.
  return { lessons, isWorthAsking: after >= LEAST_USEFUL_TOKENS && after < maxOutputTokens };
}
