import { z } from 'zod';
import { projectId } from '../contract/project-id-field.js';

/** The path of every route about one project. */
export const projectParams = z.object({ project_id: projectId });

export type ProjectParams = z.infer<typeof projectParams>;

/** A text for a query's filter. */
export const filterText = z
  .string('must be given once')
  .min(1, 'must not be empty')
  .max(200, 'must have at most 200 characters');
