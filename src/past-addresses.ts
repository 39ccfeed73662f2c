import { Global, Injectable, Module } from '@nestjs/common';
import { PastAddresses } from './api/history/past-addresses.port.js';
import type { PreviewUrls } from './contract/preview.js';
import { MetroPreviewHost } from './effects/preview-host/metro-preview-host.js';

/** Joins the history's API with the preview host, in which a past version is named `<project>@<seq>`. */
@Injectable()
class HostAddresses extends PastAddresses {
  constructor(private readonly host: MetroPreviewHost) {
    super();
  }

  override of(projectId: string, seq: number): Promise<PreviewUrls> {
    return this.host.addressesOf(`${projectId}@${seq}`);
  }
}

@Global()
@Module({ providers: [{ provide: PastAddresses, useClass: HostAddresses }], exports: [PastAddresses] })
export class PastAddressesModule {}
