import { z } from 'zod';
import { PROJECT_ID, PROJECT_ID_HINT } from '../generation/project-id.js';

export const projectId = z
  .string(`must be a text. ${PROJECT_ID_HINT}`)
  .regex(PROJECT_ID, `is not a project id. ${PROJECT_ID_HINT}`)
  .describe(PROJECT_ID_HINT);

/** The path of every route about one project. */
export const projectParams = z.object({ project_id: projectId });

export type ProjectParams = z.infer<typeof projectParams>;

/** A text for a query's filter. */
export const filterText = z
  .string('must be given once')
  .min(1, 'must not be empty')
  .max(200, 'must have at most 200 characters');
