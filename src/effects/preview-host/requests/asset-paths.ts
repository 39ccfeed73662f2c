const ASSET_PATH = '"/assets/?unstable_path=';

/** Metro writes assets' addresses from the root of a server; on the phone listener they stay below the project's segment. */
export function prefixAssets(code: string, segment: string): string {
  return code.replaceAll(ASSET_PATH, `"/${segment}${ASSET_PATH.slice(1)}`);
}
