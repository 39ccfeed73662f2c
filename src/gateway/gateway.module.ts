import { type DynamicModule, Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { Admission } from './admission.js';
import { GATEWAY_OPTIONS, type GatewaySettings, withDefaults } from './gateway-options.js';
import { GenerateGateway } from './generate.gateway.js';
import { Heartbeat } from './heartbeat.js';
import { Hubs } from './hubs.js';
import { Presence } from './presence.js';

/** The WebSocket side of the service; needs an EventStore and, before `init`, `app.useWebSocketAdapter(new FirstlightWsAdapter(app))`. */
@Module({})
export class GatewayModule {
  static forRoot(settings: GatewaySettings): DynamicModule {
    return {
      module: GatewayModule,
      imports: [CommandsModule],
      providers: [
        { provide: GATEWAY_OPTIONS, useValue: withDefaults(settings) },
        Hubs,
        Presence,
        Heartbeat,
        Admission,
        GenerateGateway,
      ],
      exports: [Hubs, Admission],
    };
  }
}
