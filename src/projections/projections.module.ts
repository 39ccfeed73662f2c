import { type DynamicModule, Module } from '@nestjs/common';
import { INSTANCE_ID, InstanceLease } from './instance-lease.js';
import { Projections } from './projections.js';
import { READ_MODELS } from './read-models.js';

export interface ProjectionsOptions {
  /** The id of this process, new at each start. The presence stream of the gateway is `presence:<instanceId>`. */
  readonly instanceId: string;
}

/** The read models and their views, for the whole application. Needs `Database` and `EventStore` from a global module. */
@Module({})
export class ProjectionsModule {
  static forRoot({ instanceId }: ProjectionsOptions): DynamicModule {
    const views = Object.values(READ_MODELS).flatMap((model) => [...model.views]);
    return {
      module: ProjectionsModule,
      global: true,
      providers: [{ provide: INSTANCE_ID, useValue: instanceId }, Projections, InstanceLease, ...views],
      exports: [Projections, ...views],
    };
  }
}
