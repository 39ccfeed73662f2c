import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { chromium, type Browser } from 'playwright-core';

/** The shell without windows comes first: it takes about a fifth less processor time, and draws pages the same. */
const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--force-prefers-reduced-motion',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Features to disable. Chromium uses only the last such list, so this repeats the one of Playwright and adds the popups of the
 * address bar, each of which is a page with its own process.
 */
const DISABLED = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

const ROOT = join(import.meta.dirname, '../..');
const UNPACKED = join(ROOT, 'node_modules/.cache/firstlight-chromium');

interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** CHROMIUM_PATH, or an installed Chromium, or the one in the npm package `@sparticuz/chromium`; undefined if none runs here. */
async function findChromium(): Promise<Program | undefined> {
  const named = process.env['CHROMIUM_PATH'];
  const path = named !== undefined && named !== '' ? named : INSTALLED.find((candidate) => existsSync(candidate));
  const program = path === undefined ? await packedChromium() : { path, env: {} };
  return program && (await runs(program)) ? program : undefined;
}

/** The package contains a Chromium for Linux on x64, with the libraries and fonts that a minimal system lacks. */
async function packedChromium(): Promise<Program | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!existsSync(UNPACKED)) await unpack();
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(UNPACKED, 'fonts') };
  return { path: join(UNPACKED, 'chromium'), env: { LD_LIBRARY_PATH: join(UNPACKED, 'al2023/lib'), ...fonts } };
}

/** The package unpacks to TMPDIR, and its libraries only on Lambda; a separate process keeps these variables out of this one. */
async function unpack(): Promise<void> {
  await mkdir(join(UNPACKED, '..'), { recursive: true });
  const folder = await mkdtemp(`${UNPACKED}-`);
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
  await execa(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: ROOT,
    env: { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  await rename(folder, UNPACKED).catch(async (error: unknown) => {
    await rm(folder, { recursive: true });
    // Another test file was faster; its copy is the same.
    if (!existsSync(UNPACKED)) throw error;
  });
}

async function runs({ path, env }: Program): Promise<boolean> {
  const { exitCode } = await execa(path, ['--version', '--no-sandbox'], { env, reject: false, timeout: 30_000 });
  return exitCode === 0;
}

/** The browser to use; undefined if none runs here. */
export const foundChromium = await findChromium();

/**
 * Launches a browser with an empty profile. The caller closes it.
 * @param more additional command-line arguments
 */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  if (!foundChromium) throw new Error('No Chromium runs here: install one, or name it in CHROMIUM_PATH.');
  const env = { ...process.env, ...foundChromium.env } as Record<string, string>;
  const browser = await chromium.launch({
    executablePath: foundChromium.path,
    args: [...QUIET, `--disable-features=${DISABLED.join(',')}`, ...more],
    env,
  });
  const newContext = browser.newContext.bind(browser);
  // Otherwise Playwright tells every page that motion is welcome, whatever the browser was started with.
  browser.newContext = (options) => newContext({ reducedMotion: null, ...options });
  return browser;
}
