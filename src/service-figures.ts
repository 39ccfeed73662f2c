import { Global, Injectable, Module } from '@nestjs/common';
import { type PreviewFigures, type QueueFigures, ServiceFigures } from './api/admin/service-figures.port.js';
import { MetroPreviewHost } from './effects/preview-host/metro-preview-host.js';
import { Database } from './event-store/database.js';

/** A process that is building answers late; the admin does not wait for it. */
const PATIENCE_MS = 1_000;

/** Joins the admin's API with the drive queue (pg-boss' own table) and the preview host. */
@Injectable()
class RunningService extends ServiceFigures {
  constructor(
    private readonly database: Database,
    private readonly host: MetroPreviewHost,
  ) {
    super();
  }

  override async queue(): Promise<QueueFigures> {
    const { rows } = await this.database.pool.query<QueueFigures>(
      `select count(*) filter (where state in ('created', 'retry'))::int as waiting,
         count(*) filter (where state = 'active')::int as active,
         (extract(epoch from now() - min(created_on) filter (where state in ('created', 'retry'))) * 1000)::int
           as longest_wait_ms
       from pgboss.job where name = 'drive'`,
    );
    return rows[0] ?? { waiting: 0, active: 0, longest_wait_ms: null };
  }

  override async previews(): Promise<PreviewFigures | null> {
    if ((await this.host.answers(PATIENCE_MS)) !== true) return null;
    const { rss, graphs } = await this.host.stats();
    return { rss_bytes: rss, graphs };
  }

  override suspendPreview(projectId: string): Promise<boolean> {
    return this.host.suspend(projectId);
  }
}

@Global()
@Module({ providers: [{ provide: ServiceFigures, useClass: RunningService }], exports: [ServiceFigures] })
export class ServiceFiguresModule {}
