import type { RunState } from './state.js';

/** The status words of `GET /status/:id` (DESIGN.md section 5). */
export type PublicStatus =
  | 'initializing'
  | 'generating_code'
  | 'installing_deps'
  | 'starting_server'
  | 'creating_tunnel'
  | 'ready'
  | 'error'
  | 'cancelled';

/** The run in the seed's words; `ready` from the published preview on. */
export function publicStatus(run: RunState): PublicStatus {
  if (run.status === 'failed') return 'error';
  if (run.status === 'cancelled') return 'cancelled';
  if (run.status === 'complete' || run.stages.preview_ready === 'succeeded') return 'ready';
  switch (run.stage) {
    case 'generating_base':
      return 'generating_code';
    case 'installing_deps':
    case 'starting_server':
    case 'creating_tunnel':
      return run.stage;
    default:
      return 'initializing';
  }
}
