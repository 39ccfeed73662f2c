import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DARK_TEMPLATES, DEFAULT_TEMPLATE, findTheme, TEMPLATE_IDS } from '../../blueprint/themes.js';
import { type Template, type Templates, templatesBody } from '../../contract/templates.js';
import { ApiFailures } from '../errors/api-failures.js';

@ApiTags('templates')
@Controller('api/v1/templates')
export class TemplatesController {
  @Get()
  @ApiOperation({ summary: 'The looks an app can have, with swatches for a preview' })
  @ApiOkResponse({ description: 'Every template.', standardSchema: templatesBody })
  @ApiFailures(403)
  listTemplates(): Templates {
    return { templates: TEMPLATE_IDS.map(toTemplate) };
  }
}

function toTemplate(id: (typeof TEMPLATE_IDS)[number]): Template {
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
