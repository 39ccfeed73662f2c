import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_PREVIEW_TIMEOUT_MS, testKit } from '../support/kit.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';
import { builtProgram, type Program } from '../support/program.js';

const PROMPT = 'Create a fitness tracking app';

let program: Program;
let database: TestDatabase;
let dataDir: string;
let child: ReturnType<typeof generate> | undefined;

function generate(port: number, kitDir: string) {
  return execa(process.execPath, [program.cli, PROMPT, '--no-qr'], {
    env: {
      PORT: String(port),
      PHONE_PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      KIT_DIR: kitDir,
      DATABASE_URL: database.connectionString,
    },
    reject: false,
  });
}

describe('npm run generate where no service runs', () => {
  beforeAll(async () => {
    program = await builtProgram();
    database = await testDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'firstlight-cli-'));
  });

  afterEach(async () => {
    child?.kill('SIGTERM');
    await child;
  });

  afterAll(async () => {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it(
    'starts one, keeps its preview until Ctrl-C, and leaves nothing behind',
    async () => {
      const port = await freePort();
      child = generate(port, await testKit());
      let printed = '';
      // They come on two streams, in any order.
      const awaited = [/Press Ctrl-C to stop both\.\n/, /Preview {2}http\S+\n/];
      const isKept = new Promise<void>((resolve, reject) => {
        for (const stream of [child?.stdout, child?.stderr]) {
          stream?.on('data', (chunk: Buffer) => {
            printed += chunk.toString();
            if (awaited.every((line) => line.test(printed))) resolve();
          });
        }
        void child?.then(() => reject(new Error(`It ended too early:\n${printed}`)));
      });
      await isKept;
      expect(printed).toContain(`No service at http://localhost:${port} yet: starting one.`);
      const preview = /Preview {2}(http\S+)/.exec(printed)?.[1] ?? '';
      expect(preview).toMatch(/^http:\/\/app-[a-z0-9]+\.localhost/);
      expect(await statusOf(preview)).toBe(200);

      child.kill('SIGINT');
      const { exitCode } = await child;
      expect(exitCode).toBe(0);
      await expect(fetch(`http://localhost:${port}/health`)).rejects.toThrow('fetch failed');
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );
});

/** Node does not resolve names below `localhost` by itself everywhere. */
async function statusOf(previewUrl: string): Promise<number> {
  const { host, port } = new URL(previewUrl);
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
