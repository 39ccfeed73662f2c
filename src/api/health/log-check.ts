import { Injectable } from '@nestjs/common';
import { EventStore } from '../../event-store/event-store.port.js';
import { HealthCheck, type HealthReport } from './health-check.port.js';

/** `log`: degraded from a failed append until one succeeds; runs are stalled meanwhile. */
@Injectable()
export class LogCheck extends HealthCheck {
  override readonly name = 'log';

  constructor(private readonly store: EventStore) {
    super();
  }

  override check(): Promise<HealthReport> {
    const failure = this.store.appendFailure();
    return Promise.resolve(failure === undefined ? { status: 'ok' } : { status: 'degraded', message: failure });
  }
}
