import type { RunEstimate } from '../../generation/events.js';
import type { RunStatus } from '../../generation/run-state.js';
import type { Stage } from '../../generation/stage-plan.js';
import type { ErrorView } from '../status/fold.js';
import { double, integer, json, nullable, type RowOf, table, text, time, word } from '../table-shape.js';

/** `run_view`: every run of every project. Written with `project_view`, from the same fold. */
export const RUN_TABLE = table('run_view', ['project_id', 'run'], {
  project_id: text,
  run: integer,
  prompt: text,
  user_id: nullable(text),
  template_id: nullable(text),
  status: word<RunStatus>(),
  app_name: nullable(text),
  /** Names, in the order they arrived. */
  screens: json<readonly string[]>(),
  /** File versions the run wrote. */
  files: integer,
  /** Of the models so far; null where a call has no known price. */
  cost_usd: nullable(double),
  /** What the run was expected to take; null without a model. */
  estimate: nullable(json<RunEstimate>()),
  calls: integer,
  input_tokens: integer,
  output_tokens: integer,
  started_at: time,
  ended_at: nullable(time),
  /** From the request to the end; a retry's waiting time counts. */
  duration_ms: nullable(integer),
  error: nullable(json<ErrorView>()),
  /** The model that was asked first; null: none was. */
  model: nullable(text),
  /** US dollars; null where a call of the model has no known price. */
  cost_by_model: json<Readonly<Record<string, number | null>>>(),
  /** How long each stage took in the attempt that succeeded. */
  stages_ms: json<Readonly<Partial<Record<Stage, number>>>>(),
  /** From the request to the published preview; null before that, and where it was there already. */
  first_light_ms: nullable(integer),
  /** Of the event that asked for the run. */
  first_seq: integer,
});
export type RunRow = RowOf<typeof RUN_TABLE>;
