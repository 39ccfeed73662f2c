import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createService } from '../../src/create-service.js';
import { testKit } from './kit.js';
import { NO_REAL_MODELS } from './no-real-models.js';
import { testDatabase } from './postgres.js';

export interface RunningService {
  /** `http://localhost:<port>` */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Ends the service and starts it again on the same port, log and folder; `whileDown` runs when nothing of it runs. */
  restart(whileDown?: () => Promise<void>): Promise<void>;
  /** Ends it and removes its folder and database. */
  close(): Promise<void>;
}

/** The whole service in this process, on a port, a folder and a database of its own. Close it in `afterAll`. */
export async function startService(env: Readonly<Record<string, string>> = {}): Promise<RunningService> {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstlight-e2e-'));
  const database = await testDatabase();
  const settings = {
    HOST: '127.0.0.1',
    PHONE_PORT: '0',
    DATA_DIR: dataDir,
    KIT_DIR: env['KIT_DIR'] ?? (await testKit()),
    DATABASE_URL: database.connectionString,
    ...NO_REAL_MODELS,
    ...env,
  };
  let service = await createService({ PORT: '0', ...settings });
  const { url, port } = service;
  return {
    url,
    port,
    dataDir,
    databaseUrl: database.connectionString,
    restart: async (whileDown) => {
      await service.close();
      await whileDown?.();
      service = await createService({ ...settings, PORT: String(port) });
    },
    close: async () => {
      await service.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A page that is open while the previews are still prepared waits in front of a 503. */
export async function untilPreviewsAreReady(service: RunningService): Promise<void> {
  for (;;) {
    const health = (await (await fetch(`${service.url}/health`)).json()) as { checks: { preview: { status: string } } };
    if (health.checks.preview.status === 'ok') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
