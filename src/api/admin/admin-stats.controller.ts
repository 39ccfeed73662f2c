import { Controller, Get, Optional, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { liveBody, statsBody } from '../../contract/admin/stats.js';
import { ConnectionsView } from '../../projections/connections/connections-view.js';
import { RunStats } from '../../projections/history/run-stats.js';
import { ApiFailures } from '../errors/api-failures.js';
import { AdminGuard } from './admin.guard.js';
import { moment } from './runs-query.js';
import { ServiceFigures } from './service-figures.port.js';

const DEFAULT_DAYS = 30;
const DAY_MS = 86_400_000;

const statsQuery = z
  .object({
    from: moment.optional().describe(`Absent: ${DEFAULT_DAYS} days before \`to\`.`),
    to: moment.optional().describe('Absent: now.'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ['to'],
    message: 'must be after from',
  });

@ApiTags('admin')
@ApiBearerAuth()
@UseGuards(AdminGuard)
@Controller('api/v1/admin')
export class AdminStatsController {
  constructor(
    private readonly stats: RunStats,
    private readonly connections: ConnectionsView,
    @Optional() private readonly service?: ServiceFigures,
  ) {}

  @Get('stats')
  @ApiOperation({ summary: 'How long runs and stages took, why runs failed, and what models cost' })
  @ApiOkResponse({ description: 'Covers all runs that were requested in the period.', standardSchema: statsBody })
  @ApiFailures(400, 401)
  async getStats(
    @Query({ schema: statsQuery }) { from, to }: z.infer<typeof statsQuery>,
  ): Promise<z.infer<typeof statsBody>> {
    const end = to ?? new Date().toISOString();
    const period = { from: from ?? new Date(Date.parse(end) - DEFAULT_DAYS * DAY_MS).toISOString(), to: end };
    const [of, queue] = await Promise.all([this.stats.of(period), this.service?.queue()]);
    const { stages, failures, days, users, models, ...totals } = of;
    const lists = { stages: [...stages], failures: [...failures], days: [...days], users: [...users] };
    return { ...period, ...totals, ...lists, models: [...models], queue: queue ?? null };
  }

  @Get('live')
  @ApiOperation({ summary: 'Current activity: who is watching what, the queue, previews and memory' })
  @ApiOkResponse({ description: 'As of now; of this instance where the field says so.', standardSchema: liveBody })
  @ApiFailures(401)
  async getLive(): Promise<z.infer<typeof liveBody>> {
    const [connections, queue, previews] = await Promise.all([
      this.connections.all(),
      this.service?.queue(),
      this.service?.previews(),
    ]);
    return {
      connections: [...connections],
      queue: queue ?? null,
      previews: previews ?? null,
      service: { rss_bytes: process.memoryUsage.rss(), uptime_s: Math.round(process.uptime()) },
    };
  }
}
