import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RebuildProjectCommand } from '../../commands/rebuild-project.js';
import { type RebuildBody, rebuildBody } from '../../contract/projects.js';
import { type RebuildRequest, rebuildRequest } from '../../contract/project-requests.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';

@ApiTags('projects')
@Controller('api/v1/projects/:project_id')
export class RebuildController {
  constructor(
    private readonly commands: CommandBus,
    private readonly projects: ProjectReader,
  ) {}

  @Post('rebuild')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Rebuilds the project’s folder from the log, verified by hash',
    description: 'With `seq`, a separate folder that shows the project after that event; the preview stays as it is.',
  })
  @ApiOkResponse({ description: 'What it found and corrected.', standardSchema: rebuildBody })
  @ApiFailures(400, 403, 404, 409)
  async rebuildProject(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Body({ schema: rebuildRequest }) body: RebuildRequest,
  ): Promise<RebuildBody> {
    await this.projects.status(project_id);
    const { seq, folder, files, missing, changed, extra } = await this.commands.execute(
      new RebuildProjectCommand(project_id, body?.seq),
    );
    return {
      project_id,
      seq,
      folder,
      files,
      differed: { missing: [...missing], changed: [...changed], extra: [...extra] },
    };
  }
}
