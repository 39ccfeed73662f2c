import { serviceProcess } from './service-process.js';

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

/**
 * The whole service, compiled, on a port, a folder and a database of its own. A process of its own: loading all of it inside Jest
 * takes several times as long. Close it in `afterAll`.
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

/** A page that is open while the previews are still prepared waits in front of a 503. */
export async function untilPreviewsAreReady(service: RunningService): Promise<void> {
  for (;;) {
    const health = (await (await fetch(`${service.url}/health`)).json()) as { checks: { preview: { status: string } } };
    if (health.checks.preview.status === 'ok') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
