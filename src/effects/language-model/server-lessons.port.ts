/** Where a model is asked: what is learnt of it holds for this pair alone. */
export interface ServedModel {
  readonly baseUrl: string;
  readonly model: string;
}

/**
 * What a server is found to do otherwise than OpenAI does, with the value of the lesson:
 * `limit_parameter` the one that it takes, or `none`; `system_role`, `schema`, `stream_options`, `store`: `left out`;
 * `context_tokens`, `output_tokens`: the most it takes; `input_ratio`: its tokens of input a token counted here; `code`: what the model
 * wrote could not be used, so it makes the plan alone.
 */
export type Trait =
  | 'limit_parameter'
  | 'system_role'
  | 'schema'
  | 'stream_options'
  | 'store'
  | 'context_tokens'
  | 'output_tokens'
  | 'input_ratio'
  | 'code';

/** Something that a server has refused once, and is not asked for again. */
export interface Lesson {
  readonly trait: Trait;
  readonly value: string;
  /** The server's own words. */
  readonly said: string;
  /** ISO 8601; past it the lesson counts no more. Absent: it counts until it is forgotten. */
  readonly until?: string;
}

/** What servers have refused so far. */
export abstract class ServerLessons {
  /** At most one a trait. */
  abstract of(served: ServedModel): Promise<readonly Lesson[]>;

  /** Keeps lessons, in place of earlier ones of the same trait. */
  abstract learn(served: ServedModel, lessons: readonly Lesson[]): Promise<void>;
}
