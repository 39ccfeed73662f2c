import { z } from 'zod';
import { startRequest } from './requests.js';

/** What a person saves: a start without its project. */
export const presetRequest = startRequest.pick({ prompt: true, template_id: true, options: true }).extend({
  name: z
    .string('must be a text')
    .trim()
    .min(1, 'must not be empty')
    .max(80, 'must have at most 80 characters')
    .describe('As people read it in a list.'),
});
export type PresetRequest = z.infer<typeof presetRequest>;

export const presetBody = z.object({
  id: z.string(),
  name: z.string(),
  prompt: z.string(),
  template_id: z.string().nullable(),
  options: startRequest.shape.options.unwrap().unwrap().describe('As `options` of a start.'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type PresetBody = z.infer<typeof presetBody>;

/** `GET /api/v1/presets`. */
export const presetListBody = z.object({ presets: z.array(presetBody).describe('By name.') });
export type PresetList = z.infer<typeof presetListBody>;
