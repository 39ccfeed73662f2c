import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadTagger } from './english/tagger.js';
import { httpAdapter } from './api/http/http-adapter.js';
import { setUpHttp } from './api/http/set-up-http.js';
import { AppModule } from './app.module.js';
import { PreviewHost } from './effects/preview-host/preview-host.port.js';
import { Workspace } from './effects/workspace/workspace.port.js';
import { FirstlightWsAdapter } from './gateway/firstlight-ws-adapter.js';
import { HostRouter } from './host-router.js';
import { ServiceLogger } from './service-logger.js';
import { lockDataDir } from './data-dir-lock.js';
import { doorkeeperOf } from './doorkeeper-of.js';
import { readSettings, type Settings } from './settings.js';

/** A running service. */
export interface Service {
  /** Of the page and the API: `http://localhost:8000`. */
  readonly url: string;
  readonly port: number;
  /** Says goodbye to viewers, hands runs back and ends everything that was started; the second call waits for the first. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the whole service on an environment's settings; resolves when it accepts requests. The preview and
 * the gate are prepared behind it.
 * @throws SettingsInvalid, DataDirInUse, or what keeps the database or the port from being had
 */
export async function createService(env: Readonly<Record<string, string | undefined>>): Promise<Service> {
  const settings = withAbsolutePaths(readSettings(env));
  let port = settings.PORT;
  const startUp = new AbortController();
  const dataDir = await lockDataDir(
    settings.DATA_DIR,
    () => `process ${process.pid}, at http://localhost${port === 0 ? '' : `:${port}`}`,
  );
  try {
    const { app, port: listening } = await startApp(settings, () => port, startUp.signal);
    port = listening;
    let closing: Promise<void> | undefined;
    prepare(app, () => closing !== undefined);
    const close = () => app.close().finally(() => dataDir.release());
    return { url: `http://localhost:${port}`, port, close: () => (closing ??= close()) };
  } catch (error) {
    startUp.abort();
    await dataDir.release();
    throw error;
  }
}

/** @param publicPort the port that is really listened on, once that is known */
async function startApp(
  settings: Settings,
  publicPort: () => number,
  startUp: AbortSignal,
): Promise<{ app: NestFastifyApplication; port: number }> {
  const version = packageVersion();
  // Nest wants the server before it makes the parts; nothing comes in before all of them are there.
  let hosts: HostRouter | undefined;
  const doorkeeper = doorkeeperOf(settings, (at) => hosts?.isPhonePort(at) ?? false);
  const adapter = httpAdapter(doorkeeper, (request, response) => hosts?.handleRequest(request, response) ?? false);
  const instanceId = randomBytes(6).toString('hex');
  const module = AppModule.forRoot({ settings, instanceId, version, publicPort, startUp });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: new ServiceLogger(),
    abortOnError: false,
  });
  try {
    const router = app.get(HostRouter);
    hosts = router;
    setUpHttp(app, { version, doorkeeper });
    app.useWebSocketAdapter(
      new FirstlightWsAdapter(app, {
        doorkeeper,
        sites: (request, socket, head) => router.handleUpgrade(request, socket, head),
      }),
    );
    await app.listen(settings.PORT, settings.HOST);
  } catch (error) {
    await app.close();
    throw portProblem(error, settings) ?? error;
  }
  return { app, port: (app.getHttpServer().address() as AddressInfo).port };
}

/**
 * First the preview: the first run's `installing_deps` waits for it, and notifies its viewers if it fails. Then the gate, whose
 * processes otherwise start with the first file that a person writes, and the tagger, for which the first prompt would wait.
 */
function prepare(app: NestFastifyApplication, isClosing: () => boolean): void {
  const logger = new Logger('Preview');
  app
    .get(PreviewHost)
    .ready()
    .then(
      () => {
        logger.log('Previews are ready.');
        if (isClosing()) return;
        app.get(Workspace).warm();
        loadTagger();
      },
      (error: unknown) => {
        if (!isClosing()) logger.error(error instanceof Error ? error.message : String(error));
      },
    );
}

function withAbsolutePaths(settings: Settings): Settings {
  const { DATA_DIR, KIT_DIR, ...others } = settings;
  return { ...others, DATA_DIR: resolve(DATA_DIR), ...(KIT_DIR !== undefined && { KIT_DIR: resolve(KIT_DIR) }) };
}

function packageVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function portProblem(error: unknown, { PORT, HOST }: Settings): Error | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') return undefined;
  return new Error(
    `Port ${PORT} of ${HOST} is in use, perhaps by another Firstlight. Stop that, or start with another one: PORT=8080 npm start`,
    { cause: error },
  );
}
