import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type StreamStatusBody, streamStatusBody } from '../../contract/status.js';
import { EventStore } from '../../event-store/event-store.port.js';
import { ConnectionsView } from '../../projections/connections/connections-view.js';
import { Projections } from '../../projections/projections.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';

@ApiTags('status')
@Controller('api/v1/stream-status')
export class StreamStatusController {
  constructor(
    private readonly store: EventStore,
    private readonly projections: Projections,
    private readonly connections: ConnectionsView,
    private readonly projects: ProjectReader,
  ) {}

  @Get(':project_id')
  @ApiOperation({ summary: 'Who is watching the project' })
  @ApiOkResponse({ description: 'Viewers and run.', standardSchema: streamStatusBody })
  @ApiFailures(400)
  async getStreamStatus(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<StreamStatusBody> {
    await this.projections.caughtUp('connections', await this.store.headPosition());
    const [viewers, project] = await Promise.all([
      this.connections.viewersOf(project_id),
      this.projects.find(project_id),
    ]);
    return {
      project_id,
      active_connections: viewers,
      status: viewers > 0 ? 'active' : 'inactive',
      run_status: project?.run_status ?? null,
    };
  }
}
