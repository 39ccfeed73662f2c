import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = join(import.meta.dirname, '../main.js');
const LOOK_MS = 150;
const KEPT_LINES = 20;
/** The parts whose lines tell a waiting person something (`LOG [Preview] …`). */
const TOLD = /\b(?:LOG|WARN|ERROR)\b\s+\[(?:Firstlight|Database|Preview)\]\s+(.*)/;

/** No service can be had; the message says why and what to do. */
export class ServiceUnavailable extends Error {
  readonly code = 'service_unavailable';
  override readonly name = 'ServiceUnavailable';
}

/** The service that a run is asked of. */
export interface Service {
  /** Whether it was started here: it ends with this command, and the preview with it. */
  readonly isOwn: boolean;
  /** Rejects if it ends by itself; for one that ran before, never settles. */
  readonly died: Promise<never>;
  stop(): Promise<void>;
}

/** The service that answers at `serverUrl`; undefined where nothing does. @throws ServiceUnavailable */
export async function findService(serverUrl: string): Promise<Service | undefined> {
  if (!(await isHealthy(serverUrl))) return undefined;
  return { isOwn: false, died: new Promise<never>(() => undefined), stop: () => Promise.resolve() };
}

/**
 * Starts the service of this installation, in this environment, and waits until it answers.
 * @param onLine what it says of its preparation, which goes on while it answers already
 * @throws ServiceUnavailable
 */
export async function startService(
  serverUrl: string,
  onLine: (line: string) => void,
  signal: AbortSignal,
): Promise<Service> {
  if (!existsSync(MAIN)) throw new ServiceUnavailable(`${MAIN} is missing: run "npm run build" first.`);
  const child = new ServiceProcess(new URL(serverUrl).port || '80', onLine);
  try {
    await Promise.race([untilHealthy(serverUrl, signal), child.died]);
    return child;
  } catch (error) {
    await child.stop();
    throw error;
  }
}

class ServiceProcess implements Service {
  readonly isOwn = true;
  readonly died: Promise<never>;
  readonly #child: ReturnType<typeof spawnService>;
  readonly #lines: string[] = [];

  constructor(
    port: string,
    private readonly onLine: (line: string) => void,
  ) {
    this.#child = spawnService(port);
    for (const input of [this.#child.stdout, this.#child.stderr]) {
      createInterface({ input }).on('line', (line) => this.#hear(line));
    }
    this.died = this.#child.then(({ exitCode, signal }) => {
      const end = exitCode === undefined ? `by ${signal ?? 'a signal'}` : `with code ${exitCode}`;
      throw new ServiceUnavailable(`The service ended ${end}.\n${this.#lines.join('\n')}`);
    });
    // It is looked at only while someone waits for it.
    this.died.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#child;
  }

  #hear(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
    const told = TOLD.exec(line)?.[1];
    if (told !== undefined) this.onLine(told);
  }
}

/** In a group of its own: Ctrl-C is for this command, which decides what becomes of the service. */
function spawnService(port: string) {
  return execa(process.execPath, [MAIN], {
    env: { PORT: port, NO_COLOR: '1' },
    stdin: 'ignore',
    buffer: false,
    reject: false,
    detached: true,
  });
}

async function untilHealthy(serverUrl: string, signal: AbortSignal): Promise<void> {
  while (!(await isHealthy(serverUrl))) await sleep(LOOK_MS, undefined, { signal });
}

/** @throws ServiceUnavailable when something else answers there, or the service says that it cannot work. */
async function isHealthy(serverUrl: string): Promise<boolean> {
  const answer = await fetch(`${serverUrl}/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  if (!answer) return false;
  const health = (await answer.json().catch(() => undefined)) as { status?: string } | undefined;
  if (health?.status === 'failed') {
    throw new ServiceUnavailable(`The service at ${serverUrl} does not work: ${JSON.stringify(health)}`);
  }
  if (health?.status === 'ok' || health?.status === 'degraded') return true;
  throw new ServiceUnavailable(`Something other than Firstlight answers at ${serverUrl}: set PORT or --server.`);
}
