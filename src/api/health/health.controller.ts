import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type HealthBody, healthBody } from '../../contract/health.js';
import { ApiOptions } from '../api-options.js';
import { HEALTH_CHECKS, type HealthCheck } from './health-check.port.js';
import { runChecks } from './run-checks.js';

@ApiTags('service')
@Controller('health')
export class HealthController {
  constructor(
    private readonly options: ApiOptions,
    @Inject(HEALTH_CHECKS) private readonly checks: readonly HealthCheck[],
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whether the service works' })
  @ApiOkResponse({ description: 'The service works, perhaps not all parts of it.', standardSchema: healthBody })
  @ApiResponse({ status: 503, description: 'The database does not answer.', standardSchema: healthBody })
  async getHealth(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthBody> {
    const checks = await runChecks(this.checks);
    const isWell = Object.values(checks).every(({ status }) => status === 'ok');
    const status = checks['database']?.status === 'failed' ? 'failed' : isWell ? 'ok' : 'degraded';
    if (status === 'failed') void reply.code(503);
    void reply.header('cache-control', 'no-store');
    return { status, version: this.options.version, uptime_s: Math.floor(process.uptime()), checks };
  }
}
