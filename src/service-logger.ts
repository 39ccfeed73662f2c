import { ConsoleLogger } from '@nestjs/common';

/** Nest's own start-up chatter: routes and modules, which nobody who runs the service asked about. */
const CHATTER: ReadonlySet<unknown> = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
  'WebSocketsController',
]);

/** The service's log on the terminal: what a person who runs it wants to read. */
export class ServiceLogger extends ConsoleLogger {
  constructor() {
    super({ prefix: 'Firstlight', logLevels: ['fatal', 'error', 'warn', 'log'] });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (!CHATTER.has(rest.at(-1))) super.log(message, ...rest);
  }
}
