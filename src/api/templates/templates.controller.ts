import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DARK_TEMPLATES, DEFAULT_TEMPLATE, findTheme, TEMPLATE_IDS } from '../../blueprint/themes.js';
import { ApiFailures } from '../errors/api-failures.js';

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

const templatesBody = z.object({
  templates: z.array(
    z.object({
      id: z.string().describe('For `template_id`; `-` and `_`, upper and lower case are alike.'),
      name: z.string(),
      is_default: z.boolean().describe('Taken where neither a template, a colour nor the kind of app says otherwise.'),
      starts_dark: z.boolean(),
      swatches: z.array(colour).describe('Four colours for a preview: background, surface, primary, text.'),
      light: tokens,
      dark: tokens,
    }),
  ),
});

@ApiTags('templates')
@Controller('api/v1/templates')
export class TemplatesController {
  @Get()
  @ApiOperation({ summary: 'The looks an app can have, with swatches for a preview' })
  @ApiOkResponse({ description: 'Every template.', standardSchema: templatesBody })
  @ApiFailures(403)
  listTemplates(): z.infer<typeof templatesBody> {
    return { templates: TEMPLATE_IDS.map(toTemplate) };
  }
}

function toTemplate(id: (typeof TEMPLATE_IDS)[number]): z.infer<typeof templatesBody>['templates'][number] {
  const theme = findTheme(id);
  if (!theme) throw new Error(`The template ${id} has no theme.`);
  const startsDark = DARK_TEMPLATES.includes(id);
  const { background, surface, primary, text } = startsDark ? theme.dark : theme.light;
  return {
    id,
    name: id
      .split(/[-_]/)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' '),
    is_default: id === DEFAULT_TEMPLATE,
    starts_dark: startsDark,
    swatches: [background, surface, primary, text],
    light: theme.light,
    dark: theme.dark,
  };
}
