import { type DynamicModule, Module } from '@nestjs/common';
import { HealthCheck, type HealthReport } from './api/health/health-check.port.js';
import { MetroPreviewHost } from './effects/preview-host/metro-preview-host.js';

/** What the preview host was last doing to get ready; undefined before the first step. */
export interface Preparation {
  step: string | undefined;
}

/** `preview` in `GET /health`: degraded, with the step it is at, until previews can be served. */
class PreviewCheck extends HealthCheck {
  override readonly name = 'preview';

  constructor(
    private readonly host: MetroPreviewHost,
    private readonly preparation: Preparation,
  ) {
    super();
  }

  override check(): Promise<HealthReport> {
    if (this.host.processId !== undefined) return Promise.resolve({ status: 'ok' });
    return Promise.resolve({ status: 'degraded', step: this.preparation.step ?? 'Starting the preview' });
  }
}

/** Joins the preview host, an effect, and the API's health checks, which do not know each other. */
@Module({})
export class PreviewCheckModule {
  static readonly check = PreviewCheck;

  static forRoot(preparation: Preparation): DynamicModule {
    return {
      module: PreviewCheckModule,
      providers: [
        {
          provide: PreviewCheck,
          inject: [MetroPreviewHost],
          useFactory: (host: MetroPreviewHost) => new PreviewCheck(host, preparation),
        },
      ],
      exports: [PreviewCheck],
    };
  }
}
