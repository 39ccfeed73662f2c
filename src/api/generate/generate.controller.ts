import { Body, Controller, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { startRequest } from '../../commands/start-request.js';
import { StartRunCommand } from '../../commands/start-run.js';
import { ApiFailures } from '../errors/api-failures.js';
import { projectId } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';
import { publicStatus } from '../status/status-body.js';
import { newProjectId } from './new-project-id.js';
import { websocketUrl } from './websocket-url.js';

const generateRequest = startRequest.extend({
  project_id: projectId.optional().describe('The project to start or to join; absent: a new one.'),
});

const generateBody = z.object({
  project_id: z.string(),
  status: publicStatus,
  message: z.string(),
  websocket_url: z.string().describe('Tells every step of the run, from its first on.'),
  created_at: z.iso.datetime().describe('When the run was requested.'),
});

@ApiTags('generate')
@Controller()
export class GenerateController {
  constructor(
    private readonly commands: CommandBus,
    private readonly projects: ProjectReader,
  ) {}

  @Post(['generate', 'api/v1/generate'])
  @ApiOperation({
    summary: 'Starts a run that makes an app of the prompt; joins the one that is active',
    description: 'Answers at once. Follow the run over `websocket_url`, or poll `GET /status/{project_id}`.',
  })
  @ApiCreatedResponse({ description: 'The run has started, or was joined.', standardSchema: generateBody })
  @ApiFailures(400, 403, 413, 415, 422)
  async generate(
    @Body({ schema: generateRequest }) body: z.infer<typeof generateRequest>,
    @Req() request: FastifyRequest,
  ): Promise<z.infer<typeof generateBody>> {
    const { project_id = newProjectId(), ...start } = body;
    const { isNew, run, seq, requestedAt } = await this.commands.execute(new StartRunCommand(project_id, start));
    const { status } = await this.projects.statusAt(project_id, seq);
    return {
      project_id,
      status,
      message: isNew ? `Run ${run} has started.` : `Joined run ${run}, which is active already.`,
      websocket_url: websocketUrl(request, project_id),
      created_at: requestedAt,
    };
  }
}
