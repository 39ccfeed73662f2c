import { Controller, HttpCode, Optional, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Suspended, suspendedBody } from '../../contract/admin/stats.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';
import { AdminGuard } from './admin.guard.js';
import { ServiceFigures } from './service-figures.port.js';

@ApiTags('admin')
@ApiBearerAuth()
@UseGuards(AdminGuard)
@Controller('api/v1/admin/projects/:project_id')
export class AdminPreviewsController {
  constructor(
    private readonly projects: ProjectReader,
    @Optional() private readonly service?: ServiceFigures,
  ) {}

  @Post('suspend')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Frees the memory of the project’s preview',
    description:
      'This also happens automatically, a minute after its last page was closed. Opening the preview wakes it.',
  })
  @ApiOkResponse({ description: 'Whether there was something to free.', standardSchema: suspendedBody })
  @ApiFailures(400, 401, 403, 404)
  async suspendPreview(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<Suspended> {
    await this.projects.status(project_id);
    return { suspended: (await this.service?.suspendPreview(project_id)) ?? false };
  }
}
