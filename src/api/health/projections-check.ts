import { Injectable } from '@nestjs/common';
import { Projections } from '../../projections/projections.js';
import { HealthCheck, type HealthReport } from './health-check.port.js';

/** More than this many events behind, statuses are stale for longer than a person would wait. */
const MAX_LAG = 5_000;

@Injectable()
export class ProjectionsCheck extends HealthCheck {
  override readonly name = 'projections';

  constructor(private readonly projections: Projections) {
    super();
  }

  /** `lag`: by how many events each view is behind the log. */
  override async check(): Promise<HealthReport> {
    const lag = await this.projections.lag();
    return { status: Object.values(lag).some((events) => events > MAX_LAG) ? 'degraded' : 'ok', lag };
  }
}
