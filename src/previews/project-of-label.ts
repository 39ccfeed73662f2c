import { pastOfLabel, previewLabel } from '../effects/workspace/workspace.port.js';
import type { Database } from '../event-store/database.js';

/**
 * The project with this label, as far as the history knows. If the label is not the id itself, the project is searched for: a hash
 * cannot be reversed.
 */
export async function projectOfLabel(label: string, { pool }: Database): Promise<string | undefined> {
  return previewLabel(label) === label ? label : searched(pool, (id) => previewLabel(id) === label);
}

/** The project and the moment that the label of a past version names; undefined for every other label. */
export async function pastOfProject(
  label: string,
  { pool }: Database,
): Promise<{ readonly projectId: string; readonly seq: number } | undefined> {
  const past = pastOfLabel(label);
  if (!past) return undefined;
  const isIt = (id: string): boolean => previewLabel(`${id}@${past.seq}`) === label;
  const projectId = isIt(past.label) ? past.label : await searched(pool, isIt);
  return projectId === undefined ? undefined : { projectId, seq: past.seq };
}

async function searched(pool: Database['pool'], isIt: (projectId: string) => boolean): Promise<string | undefined> {
  const { rows } = await pool.query<{ project_id: string }>('select project_id from project_view');
  return rows.find(({ project_id: id }) => isIt(id))?.project_id;
}
