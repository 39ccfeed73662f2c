import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { Admission } from './admission.js';
import { EditDesk } from './edit-desk.js';
import { GATEWAY_OPTIONS, type GatewaySettings, withDefaults } from './gateway-options.js';
import { GenerateGateway } from './generate.gateway.js';
import { Heartbeat } from './heartbeat.js';
import { Hubs } from './hubs.js';
import { Presence } from './presence.js';
import { NoWarmer, ProjectWarmer } from './project-warmer.port.js';
import { ToldPages } from './told-pages.js';

/** A provider in one of `imports` that implements ProjectWarmer. */
export interface WarmerSource {
  readonly imports: readonly Type[];
  readonly useExisting: Type<ProjectWarmer>;
}

/** The WebSocket side of the service; needs an EventStore, the `EditingModule` and, before `init`, `app.useWebSocketAdapter(new FirstlightWsAdapter(app))`. */
@Module({})
export class GatewayModule {
  /** @param warmer where to get a ProjectWarmer; absent: nothing is prepared before a run */
  static forRoot(settings: GatewaySettings, warmer?: WarmerSource): DynamicModule {
    return {
      module: GatewayModule,
      imports: [CommandsModule, ...(warmer?.imports ?? [])],
      providers: [
        { provide: GATEWAY_OPTIONS, useValue: withDefaults(settings) },
        warmer
          ? { provide: ProjectWarmer, useExisting: warmer.useExisting }
          : { provide: ProjectWarmer, useClass: NoWarmer },
        ToldPages,
        Hubs,
        Presence,
        Heartbeat,
        Admission,
        EditDesk,
        GenerateGateway,
      ],
      exports: [Hubs, Admission],
    };
  }
}
