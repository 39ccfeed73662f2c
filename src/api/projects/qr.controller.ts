import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toString as drawQrCode } from 'qrcode';
import { ApiFailures } from '../errors/api-failures.js';
import { PreviewNotReady } from '../errors/errors.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';

@ApiTags('projects')
@Controller('api/v1/projects/:project_id/qr.svg')
export class QrController {
  constructor(private readonly projects: ProjectReader) {}

  @Get()
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'no-cache')
  @ApiOperation({ summary: 'The preview’s URL as a QR code; the phone’s if there is one' })
  @ApiOkResponse({ description: 'An SVG.', content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  @ApiFailures(400, 404, 409)
  async qrCode(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<string> {
    const { preview_urls: urls } = await this.projects.status(project_id);
    if (!urls) throw new PreviewNotReady(project_id);
    return drawQrCode(urls.phone ?? urls.lan ?? urls.public ?? urls.web, { type: 'svg', margin: 2 });
  }
}
