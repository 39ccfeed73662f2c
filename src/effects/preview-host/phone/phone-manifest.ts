import { z } from 'zod';

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
}

/**
 * Expo's manifest of the one host app as the manifest of a project: its own bundle, its own name, its own storage on the
 * phone (`scopeKey`), and nothing of this machine's folders.
 * @throws ZodError when Expo answers something else
 */
export function projectManifest(manifest: unknown, { label, baseUrl }: ManifestAddress): object {
  const { launchAsset, extra, ...rest } = expoManifest.parse(manifest);
  const { _internal, ...expoClient } = extra.expoClient;
  return {
    ...rest,
    launchAsset: { ...launchAsset, url: baseUrl.href + phoneBundlePath(manifest, label) },
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

/**
 * The path of a project's bundle for the phone that a manifest of Expo's is for. In one piece: what is loaded later would be
 * asked for at the root of the server, where no project is.
 * @throws ZodError when Expo answers something else
 */
export function phoneBundlePath(manifest: unknown, label: string): string {
  const { searchParams } = new URL(expoManifest.parse(manifest).launchAsset.url);
  searchParams.set('lazy', 'false');
  return `/projects/${label}/index.bundle?${searchParams.toString()}`;
}
