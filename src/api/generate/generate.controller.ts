import { randomBytes } from 'node:crypto';
import { Body, Controller, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { generateBody, type GenerateBody } from '../../contract/projects.js';
import { generateRequest, type GenerateRequest } from '../../contract/project-requests.js';
import { type StartOutcome, StartRunCommand } from '../../commands/start-run.js';
import { ApiFailures } from '../errors/api-failures.js';
import { websocketUrl } from './websocket-url.js';
import { newProjectId, PROJECT_ID_BYTES } from '../../contract/project-id.js';

@ApiTags('generate')
@Controller()
export class GenerateController {
  constructor(private readonly commands: CommandBus) {}

  @Post(['generate', 'api/v1/generate'])
  @ApiOperation({
    summary: 'Starts a run that makes an app from the prompt, or joins the active run',
    description: 'Answers at once. Follow the run over `websocket_url`, or poll `GET /status/{project_id}`.',
  })
  @ApiCreatedResponse({ description: 'The run has started, or was joined.', standardSchema: generateBody })
  @ApiFailures(400, 403, 409, 413, 415, 422)
  async generate(
    @Body({ schema: generateRequest }) body: GenerateRequest,
    @Req() request: FastifyRequest,
  ): Promise<GenerateBody> {
    const { project_id, isNew, run, status, requestedAt } = await this.start(body);
    return {
      project_id,
      status,
      message: isNew ? `Run ${run} has started.` : `Joined run ${run}, which is active already.`,
      websocket_url: websocketUrl(request, project_id),
      created_at: requestedAt,
    };
  }

  /** An id made by the service must be new: if it is taken, nothing starts and the next request gets another one. */
  private async start({
    project_id,
    ...request
  }: GenerateRequest): Promise<StartOutcome & { readonly project_id: string }> {
    const id = project_id ?? newProjectId(randomBytes(PROJECT_ID_BYTES));
    const command = new StartRunCommand(id, project_id === undefined ? { ...request, create: true } : request);
    return { project_id: id, ...(await this.commands.execute(command)) };
  }
}
