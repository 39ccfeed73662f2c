import { Module, type DynamicModule, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';

import { Kit } from '../kit/kit.port.js';
import { MetroPreviewHost } from './metro-preview-host.js';
import type { MetroPreviewHostOptions } from './metro-preview-host-options.js';
import { PreviewHost } from './preview-host.port.js';
import { PreviewSites } from './preview-sites.port.js';
import { PreviewWatch } from './preview-watch.port.js';

/** Provides {@link PreviewHost}, {@link PreviewSites} and {@link PreviewWatch} on the {@link Kit}; ends their process when the application shuts down. */
@Module({})
export class PreviewModule implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(private readonly host: MetroPreviewHost) {}

  static forRoot(options: Omit<MetroPreviewHostOptions, 'kit'>): DynamicModule {
    return {
      module: PreviewModule,
      global: true,
      providers: [
        {
          provide: MetroPreviewHost,
          inject: [Kit],
          useFactory: (kit: Kit) => new MetroPreviewHost({ ...options, kit }),
        },
        { provide: PreviewHost, useExisting: MetroPreviewHost },
        { provide: PreviewWatch, useExisting: MetroPreviewHost },
        { provide: PreviewSites, inject: [MetroPreviewHost], useFactory: ({ proxy }: MetroPreviewHost) => proxy },
      ],
      exports: [MetroPreviewHost, PreviewHost, PreviewSites, PreviewWatch],
    };
  }

  beforeApplicationShutdown(): void {
    this.host.proxy.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.host.stop();
  }
}
