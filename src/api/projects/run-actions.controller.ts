import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CancelRunCommand } from '../../commands/cancel-run.js';
import { RetryRunCommand } from '../../commands/retry-run.js';
import { ReviseRunCommand } from '../../commands/revise-run.js';
import { type CancelRequest, cancelRequest } from '../../contract/project-requests.js';
import { type ReviseRequest, reviseRequest } from '../../contract/requests.js';
import { type RevisedBody, revisedBody, type StatusBody, statusBody } from '../../contract/status.js';
import { ANONYMOUS } from '../anonymous.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';
import { toStatusBody } from '../status/to-status-body.js';

@ApiTags('projects')
@Controller('api/v1/projects/:project_id')
export class RunActionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly projects: ProjectReader,
  ) {}

  @Post('cancel')
  @HttpCode(202)
  @ApiOperation({ summary: 'Asks the active run to end', description: 'A second request changes nothing.' })
  @ApiAcceptedResponse({ description: 'The status after it.', standardSchema: statusBody })
  @ApiFailures(400, 403, 404, 409)
  async cancelRun(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Body({ schema: cancelRequest }) body: CancelRequest,
  ): Promise<StatusBody> {
    await this.projects.status(project_id);
    await this.commands.execute(new CancelRunCommand(project_id, ANONYMOUS, body?.reason));
    return toStatusBody(await this.projects.status(project_id));
  }

  @Post('revise')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Asks a model to change the existing app: a new run in the same log',
    description: 'While a run is active, it is queued: `queued` says where.',
  })
  @ApiAcceptedResponse({ description: 'The status after it.', standardSchema: revisedBody })
  @ApiFailures(400, 403, 404, 409, 429)
  async reviseRun(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Body({ schema: reviseRequest }) { instruction, user_id, at }: ReviseRequest,
  ): Promise<RevisedBody> {
    await this.projects.status(project_id);
    const { queued } = await this.commands.execute(new ReviseRunCommand(project_id, user_id, instruction, at));
    return { ...toStatusBody(await this.projects.status(project_id)), ...(queued && { queued }) };
  }

  @Post('retry')
  @HttpCode(202)
  @ApiOperation({ summary: 'Continues the failed run from the stage that failed; what succeeded is kept' })
  @ApiAcceptedResponse({ description: 'The status after it.', standardSchema: statusBody })
  @ApiFailures(400, 403, 404, 409)
  async retryRun(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<StatusBody> {
    await this.projects.status(project_id);
    await this.commands.execute(new RetryRunCommand(project_id, ANONYMOUS));
    return toStatusBody(await this.projects.status(project_id));
  }
}
