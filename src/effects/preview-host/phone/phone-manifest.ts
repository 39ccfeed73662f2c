import { z } from 'zod';

import { phoneBundlePath, type Platform } from '../requests/metro-path.js';

/** The parts of Expo's development manifest that name an address, a path or the app. Everything else passes through. */
const expoManifest = z.looseObject({
  launchAsset: z.looseObject({ url: z.url() }),
  extra: z.looseObject({
    expoClient: z.looseObject({}),
    expoGo: z.looseObject({ developer: z.looseObject({}) }),
    scopeKey: z.string().optional(),
  }),
});

export interface ManifestAddress {
  readonly label: string;
  /** `http://192.168.1.5:8001/<segment>`: where the phone found the manifest. */
  readonly baseUrl: URL;
  readonly platform: Platform;
}

/**
 * Expo's manifest of the one host app as the manifest of a project: its own bundle, its own name, its own storage on the
 * phone (`scopeKey`), and nothing of this machine's folders.
 * @throws ZodError when Expo answers something else
 */
export function projectManifest(manifest: unknown, { label, baseUrl, platform }: ManifestAddress): object {
  const { launchAsset, extra, ...rest } = expoManifest.parse(manifest);
  const { _internal, ...expoClient } = extra.expoClient;
  return {
    ...rest,
    launchAsset: { ...launchAsset, url: baseUrl.href + phoneBundlePath(label, platform) },
    extra: {
      ...extra,
      scopeKey: `@anonymous/${label}`,
      expoClient: { ...expoClient, name: label, slug: label, hostUri: baseUrl.host + baseUrl.pathname },
      expoGo: {
        ...extra.expoGo,
        debuggerHost: baseUrl.host,
        developer: { ...extra.expoGo.developer, projectRoot: '/' },
        mainModuleName: `projects/${label}/index`,
      },
    },
  };
}
