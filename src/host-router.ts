import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { SharedSites } from './api/share/shared-sites.js';
import { PreviewSites } from './effects/preview-host/preview-sites.port.js';
import { PreviewWatch } from './effects/preview-host/preview-watch.port.js';

/** Leads what comes to the hosts of previews and of shared apps to them; a preview that cannot be served is stood in for by its shared site. */
@Injectable()
export class HostRouter {
  constructor(
    private readonly previews: PreviewSites,
    private readonly shared: SharedSites,
    private readonly watch: PreviewWatch,
  ) {
    previews.standInWith((label, request, response) => shared.serve(label, request, response));
  }

  /** @returns false, having done nothing, for any other host */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean {
    return this.previews.handleRequest(request, response) || this.shared.handleRequest(request, response);
  }

  /** @returns false, having done nothing, for any other host */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    return this.previews.handleUpgrade(request, socket, head);
  }

  isPhonePort(port: number): boolean {
    return this.watch.isPhonePort(port);
  }
}
