import { previewLabel } from './effects/workspace/workspace.port.js';
import type { Database } from './event-store/database.js';

/**
 * The project that has a label, as far as the history knows. Where the label is no id itself it is searched for: a hash
 * cannot be turned back.
 */
export async function projectOfLabel(label: string, { pool }: Database): Promise<string | undefined> {
  if (previewLabel(label) === label) return label;
  const { rows } = await pool.query<{ project_id: string }>('select project_id from project_view');
  return rows.find(({ project_id: id }) => previewLabel(id) === label)?.project_id;
}
