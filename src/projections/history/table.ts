import type { TableShape } from '../table-shape.js';
import type { RunRow } from './fold.js';

/** `run_view`: every run of every project. Written with `project_view`, from the same fold. */
export const RUN_TABLE: TableShape<RunRow> = {
  name: 'run_view',
  key: ['project_id', 'run'],
  columns: {
    project_id: 'text',
    run: 'integer',
    prompt: 'text',
    user_id: 'text',
    template_id: 'text',
    status: 'text',
    app_name: 'text',
    screens: 'jsonb',
    files: 'integer',
    cost_usd: 'double precision',
    estimate: 'jsonb',
    calls: 'integer',
    input_tokens: 'integer',
    output_tokens: 'integer',
    started_at: 'timestamptz',
    ended_at: 'timestamptz',
    duration_ms: 'integer',
    error: 'jsonb',
    model: 'text',
    cost_by_model: 'jsonb',
    stages_ms: 'jsonb',
    first_light_ms: 'integer',
    first_seq: 'integer',
  },
};
