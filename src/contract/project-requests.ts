import { z } from 'zod';
import { projectId } from './project-id-field.js';
import { startRequest } from './requests.js';

/** `POST /generate`. */
export const generateRequest = startRequest.extend({
  project_id: projectId.optional().describe('The project to start or to join; absent: a new one.'),
});
export type GenerateRequest = z.infer<typeof generateRequest>;

/** `POST /api/v1/estimate`. */
export const estimateRequest = startRequest
  .pick({ prompt: true })
  .extend({ model: startRequest.shape.options.unwrap().unwrap().shape.model });
export type EstimateRequest = z.infer<typeof estimateRequest>;

/** `POST /api/v1/projects/:project_id/cancel`. */
export const cancelRequest = z
  .object({ reason: z.string('must be a text').trim().max(500, 'must have at most 500 characters').optional() })
  .nullish();
export type CancelRequest = z.infer<typeof cancelRequest>;

const seq = z.int('must be a whole number').min(1, 'must be 1 or more');
const userId = z.string('must be a text').trim().min(1, 'must not be empty').max(200, 'is too long');

/** `POST /api/v1/projects/:project_id/rebuild`. */
export const rebuildRequest = z
  .object({ seq: seq.optional().describe('The last event to include; absent: all, in the project’s own folder.') })
  .nullish();
export type RebuildRequest = z.infer<typeof rebuildRequest>;

/** `POST /api/v1/projects/:project_id/restore`. */
export const restoreRequest = z.object({
  to_seq: seq.describe('The files are restored to what they were after this event.'),
  user_id: userId.optional().describe('Who restores; absent: nobody is named.'),
});
export type RestoreRequest = z.infer<typeof restoreRequest>;

/** `POST /api/v1/projects/:project_id/fork`. */
export const forkRequest = z
  .object({
    at_seq: seq.optional().describe('The moment to start from; absent: now.'),
    project_id: projectId.optional().describe('Of the new project; absent: chosen by the service.'),
    user_id: userId.optional(),
  })
  .nullish();
export type ForkRequest = z.infer<typeof forkRequest>;

/** `POST /api/v1/projects/:project_id/renames`. */
export const renameRequest = z.object({
  from: z.string('must be the path of a file').min(1, 'must not be empty'),
  to: z.string('must be its new path').min(1, 'must not be empty'),
});
export type RenameRequest = z.infer<typeof renameRequest>;

/** `POST /api/v1/projects/:project_id/conflicts/:conflict`. */
export const resolveRequest = z.object({
  take: z.boolean('must be true to take the other’s lines, false to keep the person’s'),
  user_id: userId.optional().describe('Who decides; absent: nobody is named.'),
});
export type ResolveRequest = z.infer<typeof resolveRequest>;
