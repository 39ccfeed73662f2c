import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { installerEnvironment } from '../processes/child-environment.js';
import { inOurGroup } from '../processes/in-our-group.js';
import type { Installer } from './install-packages.js';

const ARGUMENTS = ['install', '--frozen-lockfile', '--ignore-scripts', '--linker=hoisted', '--no-progress'];
/** By `process.platform` and `process.arch`; bun has one package for each, which npm installs with ours or leaves out. */
const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': '@oven/bun-darwin-aarch64',
  'darwin-x64': '@oven/bun-darwin-x64',
  'linux-arm64': '@oven/bun-linux-aarch64',
  'linux-x64': '@oven/bun-linux-x64',
  'win32-x64': '@oven/bun-windows-x64',
};

/**
 * bun as an installer: it reads npm's lock file and .npmrc files, and gets npm's other settings from us. Undefined
 * if it is not installed, or npm has a setting that bun cannot express.
 */
export function bun(): Installer | undefined {
  const program = programOf(PACKAGES[`${process.platform}-${process.arch}`]);
  const settings = installerEnvironment();
  if (program === undefined || isBeyondBun(settings)) return undefined;
  return {
    command: inOurGroup(program, [...ARGUMENTS, ...argumentsOf(settings)]),
    env: { ...settings, ...environmentOf(settings), DO_NOT_TRACK: '1' },
    aboutSeconds: 5,
  };
}

function programOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, 'bin', process.platform === 'win32' ? 'bun.exe' : 'bun');
  } catch {
    return undefined;
  }
}

/** `strict-ssl=false` and certificates that are written out. */
function isBeyondBun({ npm_config_strict_ssl, npm_config_ca }: NodeJS.ProcessEnv): boolean {
  return npm_config_strict_ssl !== undefined || npm_config_ca !== undefined;
}

function argumentsOf(settings: NodeJS.ProcessEnv): readonly string[] {
  const { npm_config_registry: registry, npm_config_cafile: cafile, npm_config_offline: offline } = settings;
  return [
    ...(registry ? [`--registry=${registry}`] : []),
    ...(cafile ? [`--cafile=${cafile}`] : []),
    ...(offline === 'true' ? ['--offline'] : []),
  ];
}

function environmentOf(settings: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { npm_config_https_proxy: https, npm_config_proxy: http, npm_config_noproxy: none } = settings;
  return { ...(https && { HTTPS_PROXY: https }), ...(http && { HTTP_PROXY: http }), ...(none && { NO_PROXY: none }) };
}
