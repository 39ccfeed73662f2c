import { Controller, Get, Param, Query, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { adminRunsBody } from '../../contract/admin/runs.js';
import { waterfallBody } from '../../contract/admin/waterfall.js';
import { projectId } from '../../contract/project-id-field.js';
import { HistoryView } from '../../projections/history/history-view.js';
import { ApiFailures } from '../errors/api-failures.js';
import { AdminGuard } from './admin.guard.js';
import { toAdminRun } from './to-admin-run.js';
import { exportedRuns, TYPES } from './run-export.js';
import { encodeRunCursor, runsFilter, runsQuery, toFilter } from './runs-query.js';
import { RunWaterfalls } from './run-waterfalls.js';

const exportQuery = runsFilter.extend({ format: z.enum(['csv', 'json'], 'must be csv or json').default('json') });

const runParams = z.object({
  project_id: projectId,
  run: z.coerce.number('must be a whole number').int('must be a whole number').min(1, 'must be 1 or more'),
});

@ApiTags('admin')
@ApiBearerAuth()
@UseGuards(AdminGuard)
@Controller('api/v1/admin/runs')
export class AdminRunsController {
  constructor(
    private readonly history: HistoryView,
    private readonly waterfalls: RunWaterfalls,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The runs of all projects, newest first', description: 'Found by words and filters.' })
  @ApiOkResponse({ description: 'A page of runs.', standardSchema: adminRunsBody })
  @ApiFailures(400, 401)
  async listRuns(
    @Query({ schema: runsQuery }) { limit, cursor, ...filter }: z.infer<typeof runsQuery>,
  ): Promise<z.infer<typeof adminRunsBody>> {
    // One more than requested shows whether there is a next page.
    const found = await this.history.search(toFilter(filter), limit + 1, cursor);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = last && { startedAt: last.started_at, projectId: last.project_id, run: last.run };
    return { runs: page.map(toAdminRun), next_cursor: next && found.length > limit ? encodeRunCursor(next) : null };
  }

  @Get('export')
  @ApiOperation({
    summary: 'All runs that match the filters, as one file',
    description: 'Streamed, newest first.',
  })
  @ApiOkResponse({
    description: 'CSV with a header row, or a JSON array.',
    content: { 'text/csv': { schema: { type: 'string' } }, 'application/json': { schema: { type: 'array' } } },
  })
  @ApiFailures(400, 401)
  exportRuns(
    @Query({ schema: exportQuery }) { format, ...filter }: z.infer<typeof exportQuery>,
    @Res() reply: FastifyReply,
  ): void {
    void reply
      .type(TYPES[format])
      .header('content-disposition', `attachment; filename="runs.${format}"`)
      .header('cache-control', 'no-store')
      .send(exportedRuns(this.history, toFilter(filter), format));
  }

  @Get(':project_id/:run')
  @ApiOperation({ summary: 'One run as a waterfall: its stages, model calls, files and events' })
  @ApiOkResponse({ description: 'The run, by the clock of its log.', standardSchema: waterfallBody })
  @ApiFailures(400, 401, 404)
  getRun(
    @Param({ schema: runParams }) { project_id, run }: z.infer<typeof runParams>,
  ): Promise<z.infer<typeof waterfallBody>> {
    return this.waterfalls.of(project_id, run);
  }
}
