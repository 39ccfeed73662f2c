import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { readProject } from '../../commands/read-project.js';
import { WithdrawRevisionCommand } from '../../commands/withdraw-revision.js';
import { projectId } from '../../contract/project-id-field.js';
import { type QueueBody, queueBody } from '../../contract/projects.js';
import { EventStore } from '../../event-store/event-store.port.js';
import { ANONYMOUS } from '../anonymous.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';

const revisionParams = z.object({
  project_id: projectId,
  revision: z.coerce.number('must be a whole number').int('must be a whole number').min(1, 'must be 1 or more'),
});

@ApiTags('projects')
@Controller('api/v1/projects/:project_id/queue')
export class QueueController {
  constructor(
    private readonly commands: CommandBus,
    private readonly projects: ProjectReader,
    private readonly store: EventStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The revisions that wait for the end of the active run' })
  @ApiOkResponse({ description: 'In the order of their turns.', standardSchema: queueBody })
  @ApiFailures(400, 404)
  async listQueue(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<QueueBody> {
    await this.projects.status(project_id);
    const { queue } = await readProject(this.store, project_id);
    return {
      queue: queue.map(({ revision, instruction, user_id, at }, index) => ({
        ...{ revision, position: index + 1, instruction },
        user_id: user_id ?? null,
        at: at ?? null,
      })),
    };
  }

  @Delete(':revision')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraws a queued revision' })
  @ApiResponse({ status: 204, description: 'The revision is no longer queued.' })
  @ApiFailures(400, 403, 404)
  async withdraw(
    @Param({ schema: revisionParams }) { project_id, revision }: z.infer<typeof revisionParams>,
  ): Promise<void> {
    await this.projects.status(project_id);
    await this.commands.execute(new WithdrawRevisionCommand(project_id, ANONYMOUS, revision));
  }
}
