import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { findBinaries } from '../../src/event-store/embedded-postgres/binaries.js';
import { makeCluster } from '../../src/event-store/embedded-postgres/cluster.js';
import { chooseServerUser } from '../../src/event-store/embedded-postgres/server-user.js';
import { Server } from '../../src/event-store/embedded-postgres/server.js';
import { defaultSocketFolder } from '../../src/event-store/embedded-postgres/socket-folder.js';
import type { EmbeddedPostgres } from '../../src/event-store/embedded-postgres/embedded-postgres.js';
import { startEmbeddedPostgres } from '../../src/event-store/embedded-postgres/embedded-postgres.js';
import { isAlive, untilGone } from '../support/child-processes.js';
import { spawnFixture } from '../support/typescript-process.js';
import { until } from './event-store.contract.js';

const isRoot = process.getuid?.() === 0;

/** A service in a process of its own. */
class Service {
  readonly process: ChildProcess;
  private readonly lines: AsyncIterator<string>;

  constructor(dataDir: string) {
    const child = spawnFixture('service-process.ts', [dataDir], { detached: true });
    if (!child.stdout) throw new Error('The fixture has no stdout.');
    this.process = child;
    this.lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  async says(): Promise<string> {
    const line = await this.lines.next();
    return line.done ? 'ended' : line.value;
  }

  async answers(word: string): Promise<string> {
    this.process.stdin?.write(`${word}\n`);
    return this.says();
  }

  async killed(): Promise<void> {
    const exit = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await exit;
  }
}

describe('the embedded Postgres', () => {
  let dataDir: string;
  const services: Service[] = [];
  const servers: EmbeddedPostgres[] = [];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'fl-embedded-'));
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
    for (const { process } of services.splice(0)) if (process.exitCode === null) process.kill('SIGKILL');
    await stopWhatIsLeft();
    await rm(dataDir, { recursive: true, force: true });
  });

  const cluster = (): string => join(dataDir, 'postgres/cluster');
  const postmasterPid = (): number | undefined => {
    const lock = join(cluster(), 'postmaster.pid');
    return existsSync(lock) ? Number(readFileSync(lock, 'utf8').split('\n')[0]) : undefined;
  };
  /** After a test that killed its services: one more comes and goes. */
  const stopWhatIsLeft = async (): Promise<void> => {
    if (postmasterPid() !== undefined) await (await start(dataDir)).stop();
  };
  const start = (folder = dataDir): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({ dataDir: folder, durability: 'off', log: () => undefined });
  const startKept = async (folder = dataDir): Promise<EmbeddedPostgres> => {
    const server = await start(folder);
    servers.push(server);
    return server;
  };
  const startService = (): Service => {
    const service = new Service(dataDir);
    services.push(service);
    return service;
  };
  const query = async <Row>({ connection }: EmbeddedPostgres, sql: string): Promise<Row[]> => {
    const client = new Client(connection);
    await client.connect();
    try {
      return (await client.query<Row & object>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('makes a UTF-8 cluster on its first start, listens on no port, and leaves nothing when the only service stops', async () => {
    const server = await start();
    const [settings] = await query<Record<string, string>>(
      server,
      `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses, current_database() as name`,
    );
    expect(settings).toEqual({ encoding: 'UTF8', addresses: '', name: 'firstlight' });
    const pid = postmasterPid() ?? 0;
    await server.stop();
    expect(postmasterPid()).toBeUndefined();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(existsSync(server.connection.host ?? '')).toBe(false);
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['cluster', 'postgres.log']);
  });

  it('is reached by URL too', async () => {
    const { connectionString } = await startKept();
    const client = new Client({ connectionString });
    await client.connect();
    expect((await client.query('select current_database() as name')).rows).toEqual([{ name: 'firstlight' }]);
    await client.end();
  });

  it('is one server for five services that start at once on an empty folder, until the last one stops', async () => {
    const started = [1, 2, 3, 4, 5].map(startService);
    for (const service of started) expect(await service.says()).toBe('ready');
    const pid = postmasterPid();
    expect(pid).toBeDefined();
    for (const [index, service] of started.entries()) {
      expect(postmasterPid()).toBe(pid);
      expect(await service.answers('stop')).toBe(`visits ${index + 1}`);
      expect(await service.says()).toBe('closed');
    }
    expect(postmasterPid()).toBeUndefined();
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['cluster', 'postgres.log']);
  });

  it('survives the service’s kill -9, which then does not count among those that still use it', async () => {
    const service = startService();
    expect(await service.says()).toBe('ready');
    expect(await service.answers('visit')).toBe('visits 1');
    const pid = postmasterPid();
    await service.killed();

    const next = startService();
    expect(await next.says()).toBe('ready');
    expect(postmasterPid()).toBe(pid);
    expect(await next.answers('stop')).toBe('visits 2');
    expect(await next.says()).toBe('closed');
    expect(postmasterPid()).toBeUndefined();
  });

  it('ends by itself soon after the last of its services was killed, with every acknowledged row', async () => {
    const [first, second] = [startService(), startService()];
    expect([await first.says(), await second.says()]).toEqual(['ready', 'ready']);
    const pid = postmasterPid() ?? 0;
    await first.killed();
    expect(await second.answers('visit')).toBe('visits 1');
    await second.killed();
    expect(isAlive(pid)).toBe(true);
    await untilGone([pid]);
    await until(() => !existsSync(defaultSocketFolder(cluster())));
    expect(postmasterPid()).toBeUndefined();

    const next = startService();
    expect(await next.says()).toBe('ready');
    expect(await next.answers('stop')).toBe('visits 2');
    expect(await next.says()).toBe('closed');
  }, 60_000);

  it('comes back by itself with every acknowledged row when its postmaster is killed', async () => {
    const service = startService();
    expect(await service.says()).toBe('ready');
    expect(await service.answers('visit')).toBe('visits 1');
    const pid = postmasterPid() ?? 0;
    process.kill(pid, 'SIGKILL');
    await until(() => ![pid, undefined].includes(postmasterPid()));
    // The first answers may meet connections that died with it.
    let answer = 'failed';
    while (answer === 'failed') answer = await service.answers('visit');
    expect(Number(/^visits (\d+)$/.exec(answer)?.[1])).toBeGreaterThanOrEqual(2);
    await service.answers('stop');
    expect(await service.says()).toBe('closed');
    expect(postmasterPid()).toBeUndefined();
  });

  it('starts after both were killed, even when the old process id now belongs to a stranger', async () => {
    const service = startService();
    expect(await service.says()).toBe('ready');
    await service.answers('visit');
    process.kill(postmasterPid() ?? 0, 'SIGSTOP');
    await service.killed();
    process.kill(postmasterPid() ?? 0, 'SIGKILL');
    const lock = join(cluster(), 'postmaster.pid');
    const lines = (await readFile(lock, 'utf8')).split('\n');
    await writeFile(lock, [process.pid, ...lines.slice(1)].join('\n'));

    const next = startService();
    expect(await next.says()).toBe('ready');
    expect(await next.answers('stop')).toBe('visits 2');
    expect(await next.says()).toBe('closed');
  });

  it('outlives a Ctrl-C in the terminal until the service has written its last row', async () => {
    const service = startService();
    expect(await service.says()).toBe('ready');
    // What a terminal does: the signal goes to every process of the foreground group.
    process.kill(-(service.process.pid ?? 0), 'SIGINT');
    expect(await service.says()).toBe('visits 1');
    expect(await service.says()).toBe('closed');
    expect(postmasterPid()).toBeUndefined();
  });

  it('does not care how long the path of its folder is', async () => {
    const long = join(dataDir, 'a'.repeat(120), 'b'.repeat(120));
    const server = await start(long);
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(Buffer.byteLength(`${server.connection.host ?? ''}/.s.PGSQL.5432`)).toBeLessThan(104);
    await server.stop();
  });

  it('drops what a crash during its making has left', async () => {
    await mkdir(join(dataDir, 'postgres/cluster.init-crash/base'), { recursive: true });
    await startKept();
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['cluster', 'postgres.log']);
  });

  it('refuses a socket folder that others may enter', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    const folder = defaultSocketFolder(cluster());
    await mkdir(folder, { mode: 0o755 });
    await chmod(folder, 0o777);
    await expect(start()).rejects.toMatchObject({
      code: 'embedded_postgres',
      message: expect.stringContaining(folder),
    });
    await rm(folder, { recursive: true });
  });

  it('says what its server said when the cluster is damaged', async () => {
    await (await start()).stop();
    await rename(join(cluster(), 'PG_VERSION'), join(cluster(), 'PG_VERSION.lost'));
    const attempt = startEmbeddedPostgres({ dataDir, durability: 'off', log: () => undefined });
    await expect(attempt).rejects.toMatchObject({
      code: 'embedded_postgres',
      message: expect.stringContaining('PG_VERSION'),
    });
  });

  (isRoot ? describe : describe.skip)('run by root', () => {
    const closedFolder = async (): Promise<string> => {
      const closed = join(dataDir, 'closed');
      await mkdir(closed, { mode: 0o700 });
      return closed;
    };

    it('works as another user below a folder that only root may enter', async () => {
      const inside = join(await closedFolder(), 'data');
      const server = await startKept(inside);
      expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
      const owner = await stat(join(inside, 'postgres/cluster'));
      expect(owner.uid).not.toBe(0);
      const [pid = ''] = (await readFile(join(inside, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n');
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      expect(status).toMatch(new RegExp(`^Uid:\\s+${owner.uid}\\s+${owner.uid}`, 'm'));
    });

    it('runs programs that were installed in such a folder too', async () => {
      const closed = await closedFolder();
      const { postgres } = await findBinaries();
      await cp(join(dirname(postgres), '..'), join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
      const binaries = { initdb: join(closed, 'native/bin/initdb'), postgres: join(closed, 'native/bin/postgres') };
      const user = await chooseServerUser(join(closed, 'cluster'), [closed, binaries.postgres]);
      await makeCluster(join(closed, 'cluster'), binaries, user);
      const server = new Server(
        { cluster: join(closed, 'cluster'), binaries, user, durability: 'off' },
        () => undefined,
      );
      const address = await server.start();
      await server.stop();
      expect(existsSync(address.host)).toBe(false);
    });
  });
});
