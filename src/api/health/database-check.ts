import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';
import { HealthCheck, type HealthReport } from './health-check.port.js';

@Injectable()
export class DatabaseCheck extends HealthCheck {
  override readonly name = 'database';

  constructor(private readonly database: Database) {
    super();
  }

  override async check(): Promise<HealthReport> {
    await this.database.pool.query('SELECT 1');
    return { status: 'ok' };
  }
}
