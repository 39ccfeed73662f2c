import type { StatusBody } from '../../contract/status.js';
import type { ListedProject } from '../../projections/status/status-view.js';

export function toStatusBody(status: ListedProject): StatusBody {
  return {
    project_id: status.project_id,
    status: status.status,
    progress: status.progress,
    stage: status.stage,
    message: status.message,
    preview_url: status.preview_urls?.web ?? null,
    preview_urls: status.preview_urls,
    error: status.error,
    complete: status.is_complete,
    app_name: status.app_name,
    run: status.run,
    seq: status.seq,
    updated_at: status.updated_at,
  };
}
