import { type DynamicModule, Module } from '@nestjs/common';
import { HealthCheck, type HealthReport } from './api/health/health-check.port.js';
import type { Tunnel } from './effects/tunnel/tunnel.port.js';
import { PreviewWatch } from './effects/preview-host/preview-watch.port.js';

/** What the preview host was last doing to get ready; undefined before the first step. */
export interface Preparation {
  step: string | undefined;
}

/** A check has 2 s. */
const ANSWER_WITHIN_MS = 1_500;

/** `preview` in `GET /health`: degraded, with the step it is at, until previews can be served. */
class PreviewCheck extends HealthCheck {
  override readonly name = 'preview';

  constructor(
    private readonly previews: PreviewWatch,
    private readonly preparation: Preparation,
  ) {
    super();
  }

  override async check(): Promise<HealthReport> {
    const answers = await this.previews.answers(ANSWER_WITHIN_MS);
    if (answers) return { status: 'ok' };
    if (answers === false) return { status: 'degraded', step: 'The preview process does not answer; restarting it' };
    return { status: 'degraded', step: this.preparation.step ?? 'Starting the preview' };
  }
}

/** `tunnel` in `GET /health`: off if no token is set; degraded, with the reason, while there is no public address. */
class TunnelCheck extends HealthCheck {
  override readonly name = 'tunnel';

  constructor(private readonly tunnel: Tunnel | undefined) {
    super();
  }

  override check(): Promise<HealthReport> {
    if (!this.tunnel) return Promise.resolve({ status: 'ok', state: 'off', hint: 'Set NGROK_AUTHTOKEN to have one.' });
    const { status, ...more } = this.tunnel.state;
    return Promise.resolve({ status: status === 'up' ? 'ok' : 'degraded', state: status, ...more });
  }
}

/** Joins the preview host, an effect, and the API's health checks, which do not know each other. */
@Module({})
export class PreviewCheckModule {
  static readonly checks = [PreviewCheck, TunnelCheck];

  /** @param tunnel absent where none is wanted */
  static forRoot(preparation: Preparation, tunnel: Tunnel | undefined): DynamicModule {
    return {
      module: PreviewCheckModule,
      providers: [
        {
          provide: PreviewCheck,
          inject: [PreviewWatch],
          useFactory: (previews: PreviewWatch) => new PreviewCheck(previews, preparation),
        },
        { provide: TunnelCheck, useValue: new TunnelCheck(tunnel) },
      ],
      exports: [PreviewCheck, TunnelCheck],
    };
  }
}
