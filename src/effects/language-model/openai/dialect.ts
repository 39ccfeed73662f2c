import type { Lesson, Trait } from '../server-lessons.port.js';

export type LimitParameter = 'max_completion_tokens' | 'max_tokens';

/** How a server wants to be asked. */
export interface Dialect {
  /** The parameter of the answer's limit. */
  readonly limit: LimitParameter;
  /** The server has refused the other one: nothing is left to try. */
  readonly isLimitLearnt: boolean;
  readonly hasSystemRole: boolean;
  readonly hasSchemas: boolean;
  readonly hasStreamOptions: boolean;
  /** Whether it accepts the parameter that makes it store nothing (Responses only). */
  readonly hasStore: boolean;
  /** The most tokens of an answer. */
  readonly outputTokens: number | undefined;
  /** The most tokens that are read and written together. */
  readonly contextTokens: number | undefined;
  /** Its tokens of input a token counted here. */
  readonly inputRatio: number;
}

/** Before anything was learnt: OpenAI and Azure have their own name for the limit. */
export function usualDialect(baseUrl: string): Dialect {
  const isOpenAi = /(?:^|\.)(?:openai|azure)\.com$/.test(new URL(baseUrl).hostname);
  return {
    limit: isOpenAi ? 'max_completion_tokens' : 'max_tokens',
    isLimitLearnt: false,
    hasSystemRole: true,
    hasSchemas: true,
    hasStreamOptions: true,
    hasStore: true,
    outputTokens: undefined,
    contextTokens: undefined,
    inputRatio: 1,
  };
}

/** The dialect with what was learnt since. */
export function learntDialect(usual: Dialect, lessons: readonly Lesson[], now = new Date()): Dialect {
  const counting = lessons.filter(({ until }) => until === undefined || new Date(until) > now);
  const values = new Map<Trait, string>(counting.map(({ trait, value }) => [trait, value]));
  const number = (trait: Trait): number | undefined => {
    const value = Number(values.get(trait));
    return Number.isFinite(value) && value > 0 ? value : undefined;
  };
  const limit = values.get('limit_parameter');
  return {
    limit: limit === 'max_tokens' || limit === 'max_completion_tokens' ? limit : usual.limit,
    isLimitLearnt: limit !== undefined,
    hasSystemRole: !values.has('system_role'),
    hasSchemas: !values.has('schema'),
    hasStreamOptions: !values.has('stream_options'),
    hasStore: !values.has('store'),
    outputTokens: number('output_tokens'),
    contextTokens: number('context_tokens'),
    inputRatio: number('input_ratio') ?? 1,
  };
}

/** Between what a server counts and what we do there is always a little more: roles, separators. */
const SPARE_TOKENS = 32;

/** The longest answer that may be requested. @param inputTokens of the request, as counted here */
export function outputLimit(asked: number, inputTokens: number, dialect: Dialect): number {
  const { outputTokens = asked, contextTokens, inputRatio } = dialect;
  if (contextTokens === undefined) return Math.min(asked, outputTokens);
  const left = contextTokens - Math.ceil(inputTokens * inputRatio) - SPARE_TOKENS;
  return Math.min(asked, outputTokens, left);
}
