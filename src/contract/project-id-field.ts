import { z } from 'zod';
import { ID, PROJECT_ID_HINT } from './project-id.js';

/** A project id as a request has it; in a file of its own, so that the studio's first page loads no schemas. */
export const projectId = z
  .string(`must be a text. ${PROJECT_ID_HINT}`)
  .regex(ID, `is not a project id. ${PROJECT_ID_HINT}`)
  .describe(PROJECT_ID_HINT);
