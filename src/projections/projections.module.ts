import { type DynamicModule, Module } from '@nestjs/common';
import { ConnectionsView } from './connections/connections-view.js';
import { FilesView } from './files/files-view.js';
import { HistoryView } from './history/history-view.js';
import { RunStats } from './history/run-stats.js';
import { INSTANCE_ID, InstanceLease } from './instance-lease.js';
import { Projections } from './projections.js';
import { SitesView } from './sites/sites-view.js';
import { StatusView } from './status/status-view.js';

export interface ProjectionsOptions {
  /** Of this process, new at each start; the gateway's presence stream is `presence:<instanceId>`. */
  readonly instanceId: string;
}

/** The read models and their queries, for the whole application. Needs `Database` and `EventStore` from a global module. */
@Module({})
export class ProjectionsModule {
  static forRoot({ instanceId }: ProjectionsOptions): DynamicModule {
    const views = [StatusView, HistoryView, RunStats, FilesView, ConnectionsView, SitesView];
    return {
      module: ProjectionsModule,
      global: true,
      providers: [{ provide: INSTANCE_ID, useValue: instanceId }, Projections, InstanceLease, ...views],
      exports: [Projections, ...views],
    };
  }
}
