import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ShareAppCommand } from '../../commands/share-app.js';
import { Projections } from '../../projections/projections.js';
import { SitesView } from '../../projections/sites/sites-view.js';
import { ANONYMOUS } from '../anonymous.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';

const shareBody = z.object({
  project_id: z.string(),
  state: z
    .enum(['none', 'exporting', 'shared'])
    .describe('`exporting`: the WebSocket tells when it is `shared`; what an earlier export left stays up meanwhile.'),
  url: z.url().nullable().describe('Of the last export.'),
  files: z.int(),
  bytes: z.int(),
  exported_at: z.iso.datetime().nullable(),
});

type ShareBody = z.infer<typeof shareBody>;

@ApiTags('projects')
@Controller('api/v1/projects/:project_id/share')
export class ShareController {
  constructor(
    private readonly commands: CommandBus,
    private readonly projects: ProjectReader,
    private readonly projections: Projections,
    private readonly sites: SitesView,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Exports the complete app as a static site',
    description:
      'It needs no preview process and stays as it is until it is shared again. The first export takes a minute.',
  })
  @ApiAcceptedResponse({ description: 'How far it is.', standardSchema: shareBody })
  @ApiFailures(400, 403, 404, 409)
  async share(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<ShareBody> {
    await this.projects.status(project_id);
    const { isExporting, seq } = await this.commands.execute(new ShareAppCommand(project_id, ANONYMOUS));
    return this.bodyOf(project_id, seq, isExporting);
  }

  @Get()
  @ApiOperation({ summary: 'The static site of the app, if it was shared' })
  @ApiOkResponse({ description: 'Its address.', standardSchema: shareBody })
  @ApiFailures(400, 404)
  async shared(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<ShareBody> {
    const { seq, is_exporting } = await this.projects.status(project_id);
    return this.bodyOf(project_id, seq, is_exporting);
  }

  private async bodyOf(projectId: string, seq: number, isExporting: boolean): Promise<ShareBody> {
    await this.projections.caughtUpStream('sites', projectId, seq);
    const site = await this.sites.ofProject(projectId);
    return {
      project_id: projectId,
      state: isExporting ? 'exporting' : site ? 'shared' : 'none',
      url: site?.url ?? null,
      files: site?.files.length ?? 0,
      bytes: site?.files.reduce((sum, file) => sum + file.bytes, 0) ?? 0,
      exported_at: site?.exported_at ?? null,
    };
  }
}
