import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/);

const tokens = z.object({
  background: colour,
  surface: colour,
  text: colour,
  muted: colour,
  primary: colour,
  onPrimary: colour.describe('Text on the primary colour.'),
  border: colour,
  danger: colour,
});

const template = z.object({
  id: z.string().describe('For `template_id`; `-` and `_`, upper and lower case are alike.'),
  name: z.string(),
  is_default: z.boolean().describe('Used if no template, colour or kind of app says otherwise.'),
  starts_dark: z.boolean(),
  swatches: z.array(colour).describe('Four colours for a preview: background, surface, primary, text.'),
  light: tokens,
  dark: tokens,
});
export type Template = z.infer<typeof template>;

/** `GET /api/v1/templates`. */
export const templatesBody = z.object({ templates: z.array(template) });
export type Templates = z.infer<typeof templatesBody>;
