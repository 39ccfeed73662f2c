import { serviceProcess } from './service-process.js';

export interface RunningService {
  /** `http://localhost:<port>` */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Stops the service and starts it again with the same port, log and folder; `whileDown` runs in between. */
  restart(whileDown?: () => Promise<void>): Promise<void>;
  /** Stops it and removes its folder and database. */
  close(): Promise<void>;
}

/**
 * Starts the whole compiled service with its own port, folder and database, in its own process: loading it inside Jest takes
 * several times as long. Close it in `afterAll`.
 */
export async function startService(env: Readonly<Record<string, string>> = {}): Promise<RunningService> {
  const service = await serviceProcess({ env: { HOST: '127.0.0.1', ...env } });
  await service.start();
  const url = service.url();
  const port = Number(new URL(url).port);
  return {
    url,
    port,
    dataDir: service.dataDir,
    databaseUrl: service.databaseUrl ?? '',
    restart: async (whileDown) => {
      await service.stop();
      await whileDown?.();
      await service.start(port);
    },
    close: () => service.stop().finally(() => service.close()),
  };
}

/** Waits until previews are prepared: until then, a page gets a 503. */
export async function untilPreviewsAreReady(service: { readonly url: string }): Promise<void> {
  for (;;) {
    const health = (await (await fetch(`${service.url}/health`)).json()) as { checks: { preview: { status: string } } };
    if (health.checks.preview.status === 'ok') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
