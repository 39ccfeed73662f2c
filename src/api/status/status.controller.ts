import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type StatusBody, statusBody } from '../../contract/status.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';
import { toStatusBody } from './to-status-body.js';

@ApiTags('status')
@Controller('status')
export class StatusController {
  constructor(private readonly projects: ProjectReader) {}

  @Get(':project_id')
  @ApiOperation({ summary: 'The state of the project’s current run' })
  @ApiOkResponse({ description: 'The status.', standardSchema: statusBody })
  @ApiFailures(400, 404)
  async getStatus(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<StatusBody> {
    return toStatusBody(await this.projects.status(project_id));
  }
}
