import { shareLabelOfHost } from './api/share/shared-sites.js';
import { Doorkeeper } from './doors/doorkeeper.js';
import { previewLabelOfHost } from './effects/preview-host/proxy/preview-label-of-host.js';
import type { Settings } from './settings.js';

/** The access rules of the settings. @param isSitePort see `DoorkeeperOptions` */
export function doorkeeperOf(settings: Settings, isSitePort: (port: number) => boolean): Doorkeeper {
  const { PUBLIC_URL, PHONE_HOST, PREVIEW_DOMAIN, CORS_ORIGINS } = settings;
  const publicUrl = PUBLIC_URL === undefined ? undefined : new URL(PUBLIC_URL);
  return new Doorkeeper({
    names: [publicUrl?.hostname, PHONE_HOST].flatMap((name) => name?.toLowerCase() ?? []),
    isSite: (name) =>
      previewLabelOfHost(name, PREVIEW_DOMAIN) !== undefined || shareLabelOfHost(name, PREVIEW_DOMAIN) !== undefined,
    isSitePort,
    corsOrigins: [...CORS_ORIGINS, ...(publicUrl ? [publicUrl.origin] : [])],
  });
}
