import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { testKit } from './kit.js';
import { NO_REAL_MODELS } from './no-real-models.js';
import { testDatabase } from './postgres.js';
import { buildProgram, type Program } from './program.js';

/** The compiled service as a process of its own, to be killed and started again on the same log and folder. */
export interface ServiceProcess {
  /** Its data folder. */
  readonly dataDir: string;
  /** Of the running service. */
  pid(): number;
  /** `http://localhost:<port>`; another one after each start. */
  url(): string;
  start(): Promise<void>;
  /** Runs another program of the compiled ones to its end, in the service's environment. */
  run(program: string, args: readonly string[]): Promise<{ stdout: string; stderr: string; exitCode?: number }>;
  /** Without waiting for what comes of it (SIGSTOP, SIGCONT). */
  signal(signal: NodeJS.Signals): void;
  /** Resolves when the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Ends it and removes its program, folder and database. */
  close(): Promise<void>;
}

export interface ServiceProcessOptions {
  /** On an embedded Postgres in its folder. */
  readonly isEmbedded?: boolean;
  /** On this database, which it shares; otherwise on one of its own. */
  readonly databaseUrl?: string;
  /** This compiled program, which it shares; otherwise one of its own. */
  readonly program?: Program;
  /** Settings besides those of the test itself. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Not started yet. Close it in `afterAll`. */
export async function serviceProcess(options: ServiceProcessOptions = {}): Promise<ServiceProcess> {
  const { isEmbedded = false, databaseUrl, env: more = {} } = options;
  const [program, kit] = await Promise.all([options.program ?? buildProgram(), testKit()]);
  const database = isEmbedded || databaseUrl !== undefined ? undefined : await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'firstlight-chaos-'));
  // Run by root, the embedded Postgres runs as another user, who must get in.
  await chmod(dataDir, 0o711);
  const env = {
    PORT: '0',
    PHONE_PORT: '0',
    DATA_DIR: dataDir,
    KIT_DIR: kit,
    DATABASE_URL: databaseUrl ?? database?.connectionString ?? '',
    ...NO_REAL_MODELS,
    ...more,
  };
  let child: ReturnType<typeof run> | undefined;
  let url = '';

  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    child?.kill(signal);
    await child;
    child = undefined;
  };
  return {
    dataDir,
    pid: () => child?.pid ?? 0,
    url: () => url,
    start: async () => {
      child = run(program.main, env);
      url = await addressOf(child);
    },
    run: (name, args) => execa(process.execPath, [join(dirname(program.main), name), ...args], { env, reject: false }),
    signal: (signal) => void child?.kill(signal),
    kill,
    close: async () => {
      await kill('SIGTERM');
      await Promise.all([
        options.program ? undefined : program.close(),
        database?.close(),
        rm(dataDir, { recursive: true, force: true, maxRetries: 5 }),
      ]);
    },
  };
}

function run(main: string, env: Readonly<Record<string, string>>) {
  return execa(process.execPath, [main], { env, reject: false, all: true });
}

/** What the service says once it listens. @throws with its output when it ends before */
function addressOf(child: ReturnType<typeof run>): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.all.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, url] = /describe an app at (http:\S+)/.exec(output) ?? [];
      if (url !== undefined) resolve(url);
    });
    void child.then(() => reject(new Error(`The service ended before it listened:\n${output}`)));
  });
}
