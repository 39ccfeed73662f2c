import { access, readFile, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SUPERUSER } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { Membership } from './membership.js';
import type { ServerPlan, ServerProcess } from './server-process.js';
import { lastWords, spawnServer } from './server-process.js';
import { defaultSocketFolder, makeSocketFolder, SOCKET_PORT, socketFolderOf } from './socket-folder.js';
import { Patience, RESPAWN_PAUSE_MS } from './patience.js';
import { disownStaleLock } from './stale-lock.js';
import { startWatch, type Watch } from './watch.js';

const STOP_LIMIT_MS = 30_000;
const POLL_MS = 20;

/** Where the server listens, for node-postgres. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Set explicitly, so that PGSSLMODE in the environment of the service has no effect. */
  readonly ssl: false;
}

/** This service's handle on the server: attaches to it or starts it, restarts it if it dies, and leaves it. */
export class Server {
  private membership: Membership | undefined;
  private child: ServerProcess | undefined;
  private reviving: Promise<void> | undefined;
  private isStopping = false;
  private watch: Watch | undefined;

  constructor(
    private readonly plan: ServerPlan,
    private readonly log: (line: string) => void,
  ) {}

  /**
   * Resolves when this service has joined a running server.
   * @throws EmbeddedPostgresError if none comes up
   */
  async start(): Promise<ServerAddress> {
    const patience = new Patience();
    while (!patience.isOver()) {
      const address = addressIn(await socketFolderOf(this.plan.cluster));
      const joining = await Membership.join(address, () => {
        this.revive();
      });
      if (joining instanceof Membership) {
        this.membership = joining;
        this.watch ??= startWatch(this.lockFile);
        return address;
      }
      if (joining === 'busy' || this.isChildRunning()) patience.renew();
      else if (patience.maySpawn()) {
        // A lock file means that another server runs, or that orphans of a killed one still do. Without one, our server died by
        // itself.
        if (this.child && !(await exists(this.lockFile))) patience.countFailure();
        if (patience.isOver()) break;
        patience.noteSpawn();
        this.child = await this.spawn();
        // Not only once the server answers: a service that is killed while it waits must not leave one behind.
        this.watch ??= startWatch(this.lockFile);
      }
      await sleep(POLL_MS);
    }
    await this.watch?.end();
    await removeWhenEmpty(defaultSocketFolder(this.plan.cluster));
    throw new EmbeddedPostgresError(
      `its server does not start (${this.child?.ending() ?? 'no answer'}). The last lines of its log:\n` +
        (await lastWords(this.plan.cluster)),
      'Fix what they say',
    );
  }

  /** Waits for a restart in progress, then leaves. The last service to leave ends all sessions and stops the server. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.reviving;
    const socketFolder = await socketFolderOf(this.plan.cluster);
    try {
      await this.membership?.leave(() => this.shutDown(socketFolder));
    } catch (error) {
      this.log(`The embedded Postgres was gone before this service left it: ${String(error)}`);
    }
    await this.watch?.end();
  }

  private isChildRunning(): boolean {
    return this.child !== undefined && this.child.ending() === undefined;
  }

  private async spawn(): Promise<ServerProcess> {
    const socketFolder = defaultSocketFolder(this.plan.cluster);
    await makeSocketFolder(socketFolder, this.plan.user.ids);
    await disownStaleLock(this.lockFile);
    await disownStaleLock(join(socketFolder, `.s.PGSQL.${SOCKET_PORT}.lock`));
    return spawnServer(this.plan, socketFolder);
  }

  private revive(): void {
    this.membership = undefined;
    this.log('Lost the embedded Postgres; attaching to it or starting it again.');
    this.reviving = this.comeBack();
  }

  private async comeBack(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.start();
        this.log('The embedded Postgres is back.');
        return;
      } catch (error) {
        this.log(error instanceof Error ? error.message : String(error));
        await sleep(RESPAWN_PAUSE_MS);
      }
    }
  }

  private get lockFile(): string {
    return join(this.plan.cluster, 'postmaster.pid');
  }

  private async shutDown(socketFolder: string): Promise<void> {
    const pid = Number((await readFile(this.lockFile, 'utf8')).split('\n')[0]);
    // SIGINT: the fast shutdown of Postgres.
    process.kill(pid, 'SIGINT');
    const deadlineMs = Date.now() + STOP_LIMIT_MS;
    // Removing the lock file is almost the last thing Postgres does; if it is our child, we also wait for it to exit.
    while ((await exists(this.lockFile)) || this.isChildRunning()) {
      if (Date.now() > deadlineMs) {
        this.log(`The embedded Postgres (process ${pid}) has not stopped within ${STOP_LIMIT_MS} ms; giving up on it.`);
        return;
      }
      await sleep(POLL_MS);
    }
    await removeWhenEmpty(socketFolder);
  }
}

function addressIn(socketFolder: string): ServerAddress {
  return { host: socketFolder, port: SOCKET_PORT, user: SUPERUSER, ssl: false };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function removeWhenEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(() => {
    // Another service uses it, or it was never created.
  });
}
