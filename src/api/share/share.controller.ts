import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShareAppCommand } from '../../commands/share-app.js';
import { recorded } from '../../commands/read-project.js';
import { type ShareBody, shareBody } from '../../contract/projects.js';
import { EventStore } from '../../event-store/event-store.port.js';
import type { ProjectStatus } from '../../projections/status/fold.js';
import { ANONYMOUS } from '../anonymous.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';

@ApiTags('projects')
@Controller('api/v1/projects/:project_id/share')
export class ShareController {
  constructor(
    private readonly commands: CommandBus,
    private readonly projects: ProjectReader,
    private readonly store: EventStore,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Exports the complete app as a static site',
    description:
      'It needs no preview process and stays as it is until it is shared again. The first export takes a minute.',
  })
  @ApiAcceptedResponse({ description: 'The state of the export.', standardSchema: shareBody })
  @ApiFailures(400, 403, 404, 409)
  async share(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<ShareBody> {
    await this.projects.status(project_id);
    await this.commands.execute(new ShareAppCommand(project_id, ANONYMOUS));
    return this.bodyOf(await this.projects.status(project_id));
  }

  @Get()
  @ApiOperation({ summary: 'The static site of the app, if it was shared' })
  @ApiOkResponse({ description: 'Its address.', standardSchema: shareBody })
  @ApiFailures(400, 404)
  async shared(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<ShareBody> {
    return this.bodyOf(await this.projects.status(project_id));
  }

  private async bodyOf({ project_id, is_exporting, site_seq }: ProjectStatus): Promise<ShareBody> {
    const afterSeq = (site_seq ?? 0) - 1;
    const [event] = site_seq === null ? [] : recorded(await this.store.read(project_id, { afterSeq, limit: 1 }));
    const site = event?.type === 'SiteExported' ? event.data : undefined;
    return {
      project_id,
      state: is_exporting ? 'exporting' : site ? 'shared' : 'none',
      url: site?.url ?? null,
      files: site?.files.length ?? 0,
      bytes: site?.files.reduce((sum, file) => sum + file.bytes, 0) ?? 0,
      exported_at: site && event ? event.at : null,
    };
  }
}
