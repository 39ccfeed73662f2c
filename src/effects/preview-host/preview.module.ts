import { Module, type DynamicModule, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';

import { MetroPreviewHost, type MetroPreviewHostOptions } from './metro-preview-host.js';
import { PreviewHost, type PreparationStep } from './preview-host.port.js';
import { previewPaths } from './preview-paths.js';
import { PreviewProxy } from './proxy/preview-proxy.js';
import { TypeChecker } from './type-checker.port.js';
import { KitTypeChecker } from './types/kit-type-checker.js';

export interface PreviewModuleOptions {
  /** The service's data folder; projects are below `preview/projects`. */
  readonly dataDir: string;
  /** Where the installed kit is or shall be; default `<dataDir>/kit`. Metro's cache lies beside it. */
  readonly kitDir?: string;
  /** Previews are at `http://<label>.<previewDomain>:<port>`. */
  readonly previewDomain: string;
  /** The service's port as viewers see it; asked for only once the service listens. */
  readonly publicPort: () => number;
  /** Lines for a person who waits while the kit is installed. */
  readonly onStep: (step: PreparationStep) => void;
  /** Other devices; absent: this machine's browsers only. */
  readonly phone?: MetroPreviewHostOptions['phone'];
  /** Given, the kit is installed while the application comes up; aborted where it does not. */
  readonly startUp?: AbortSignal;
}

/** Provides {@link PreviewHost}, {@link PreviewProxy} and {@link TypeChecker}; ends their processes when the application shuts down. */
@Module({})
export class PreviewModule implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly host: PreviewHost,
    private readonly proxy: PreviewProxy,
    private readonly types: KitTypeChecker,
  ) {}

  static forRoot({ dataDir, kitDir, startUp, ...options }: PreviewModuleOptions): DynamicModule {
    const paths = previewPaths(dataDir, kitDir);
    const host = new MetroPreviewHost({ ...options, paths });
    const types = new KitTypeChecker(paths);
    if (startUp) host.begin();
    startUp?.addEventListener('abort', () => void host.stop(), { once: true });
    return {
      module: PreviewModule,
      global: true,
      providers: [
        { provide: MetroPreviewHost, useValue: host },
        { provide: PreviewHost, useValue: host },
        { provide: PreviewProxy, useValue: host.proxy },
        { provide: KitTypeChecker, useValue: types },
        { provide: TypeChecker, useValue: types },
      ],
      exports: [MetroPreviewHost, PreviewHost, PreviewProxy, TypeChecker],
    };
  }

  beforeApplicationShutdown(): void {
    this.proxy.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.types.stop();
    if (this.host instanceof MetroPreviewHost) await this.host.stop();
  }
}
