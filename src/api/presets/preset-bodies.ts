import { z } from 'zod';
import { ID } from '../../contract/project-id.js';
import { startRequest } from '../../contract/requests.js';
import type { Preset } from '../../event-store/generated/client.js';

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

export const presetParams = z.object({
  preset_id: z.string().regex(ID, 'must be 1 to 64 letters, digits, - and _, the first a letter or digit'),
});

export const presetBody = z.object({
  id: z.string(),
  name: z.string(),
  prompt: z.string(),
  template_id: z.string().nullable(),
  options: z.record(z.string(), z.unknown()).describe('As `options` of a start.'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});

export const presetListBody = z.object({ presets: z.array(presetBody).describe('By name.') });

export function toPresetBody(preset: Preset): z.infer<typeof presetBody> {
  const { id, name, prompt, templateId, options, createdAt, updatedAt } = preset;
  return {
    id,
    name,
    prompt,
    template_id: templateId,
    options: options as Record<string, unknown>,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}
