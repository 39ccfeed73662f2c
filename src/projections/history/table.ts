import type { RunEstimate } from '../../generation/events.js';
import type { RunStatus } from '../../generation/run-state.js';
import type { Stage } from '../../generation/stage-plan.js';
import type { ErrorView } from '../status/fold.js';
import { double, integer, json, nullable, type RowOf, table, text, time, word } from '../table-shape.js';

/** `run_view`: every run of every project. Written together with `project_view`, from the same fold. */
export const RUN_TABLE = table('run_view', ['project_id', 'run'], {
  project_id: text,
  run: integer,
  prompt: text,
  user_id: nullable(text),
  template_id: nullable(text),
  status: word<RunStatus>(),
  app_name: nullable(text),
  /** Names of the screens, in the order they arrived. */
  screens: json<readonly string[]>(),
  /** Number of file versions that the run wrote. */
  files: integer,
  /** Cost of the model calls so far, in US dollars; null if the price of a call is unknown. */
  cost_usd: nullable(double),
  /** The estimate made before the run; null without a model. */
  estimate: nullable(json<RunEstimate>()),
  calls: integer,
  input_tokens: integer,
  output_tokens: integer,
  started_at: time,
  ended_at: nullable(time),
  /** From the request to the end, including the waiting time before retries. */
  duration_ms: nullable(integer),
  error: nullable(json<ErrorView>()),
  /** The first model that was called; null if none was. */
  model: nullable(text),
  /** In US dollars; null if the price of a call of the model is unknown. */
  cost_by_model: json<Readonly<Record<string, number | null>>>(),
  /** Duration of each stage in the attempt that succeeded. */
  stages_ms: json<Readonly<Partial<Record<Stage, number>>>>(),
  /** From the request to the published preview; null before that, and if the preview existed already. */
  first_light_ms: nullable(integer),
  /** Seq of the event that requested the run. */
  first_seq: integer,
});
export type RunRow = RowOf<typeof RUN_TABLE>;
