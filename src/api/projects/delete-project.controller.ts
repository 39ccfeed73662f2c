import { Controller, Delete, HttpCode, Param, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeleteProjectCommand } from '../../commands/delete-project.js';
import { AdminGuard } from '../admin/admin.guard.js';
import { ANONYMOUS } from '../anonymous.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';

@ApiTags('admin')
@ApiBearerAuth()
@UseGuards(AdminGuard)
@Controller('api/v1/projects/:project_id')
export class DeleteProjectController {
  constructor(private readonly commands: CommandBus) {}

  @Delete()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Deletes the project for good',
    description:
      'From then on every route answers 410, its viewers are notified, and an active run ends. Its events, edits, folders and preview are ' +
      'erased at once; contents that no other project has, within hours. The id stays taken.',
  })
  @ApiNoContentResponse({ description: 'The project was deleted.' })
  @ApiFailures(400, 401, 403, 404, 410)
  async deleteProject(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<void> {
    await this.commands.execute(new DeleteProjectCommand(project_id, ANONYMOUS));
  }
}
