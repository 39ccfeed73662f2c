/** A model on a server: lessons apply to this pair only. */
export interface ServedModel {
  readonly baseUrl: string;
  readonly model: string;
}

/**
 * How a server differs from OpenAI, with the value of the lesson:
 * `limit_parameter`: the one that it accepts, or `none`; `system_role`, `schema`, `stream_options`, `store`: `left out`;
 * `context_tokens`, `output_tokens`: the most it accepts; `input_ratio`: its input tokens per token counted here; `code`: the model's
 * code could not be used, so it makes only the plan.
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

/** Something that a server has refused and is not sent again. */
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
