import { EventEmitter, once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { testKit } from './kit.js';
import { NO_REAL_MODELS } from './no-real-models.js';
import { testDatabase } from './postgres.js';
import { builtProgram } from './program.js';

/** The compiled service as a process of its own, to be killed and started again on the same log and folder. */
export interface ServiceProcess {
  /** Its data folder. */
  readonly dataDir: string;
  /** Undefined: it is embedded in the folder. */
  readonly databaseUrl: string | undefined;
  /** Of the running service. */
  pid(): number;
  /** `http://localhost:<port>`; another one after each start. */
  url(): string;
  /** @param port default: one that is free */
  start(port?: number): Promise<void>;
  /** Resolves when it has logged this since its last start. @throws with its log when it ends before */
  says(pattern: RegExp): Promise<void>;
  /** All it has logged since its last start. */
  log(): string;
  /** Runs another program of the compiled ones to its end, in the service's environment. */
  run(program: string, args: readonly string[]): Promise<{ stdout: string; stderr: string; exitCode?: number }>;
  /** Without waiting for what comes of it (SIGSTOP, SIGCONT). */
  signal(signal: NodeJS.Signals): void;
  /** Resolves when the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** As a supervisor does. @throws with its log when it does not end well */
  stop(): Promise<void>;
  /** Ends it and removes its folder and database. */
  close(): Promise<void>;
}

export interface ServiceProcessOptions {
  /** On an embedded Postgres in its folder. */
  readonly isEmbedded?: boolean;
  /** On this database, which it shares; otherwise on one of its own. */
  readonly databaseUrl?: string;
  /** Settings besides those of the test itself. */
  readonly env?: Readonly<Record<string, string>>;
}

/** All that the service is given of this process's environment: no key or setting of whoever runs the tests. */
const OF_THE_MACHINE = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'CI'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

/** What it says on a machine so busy that its own limit for stopping has passed. */
const LEFT_THE_REST = /Not everything has ended within/;

/** Not started yet. Close it in `afterAll`. */
export async function serviceProcess(options: ServiceProcessOptions = {}): Promise<ServiceProcess> {
  const { isEmbedded = false, databaseUrl, env: more = {} } = options;
  const [program, kit] = await Promise.all([builtProgram(), testKit()]);
  const database = isEmbedded || databaseUrl !== undefined ? undefined : await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'firstlight-chaos-'));
  // Run by root, the embedded Postgres runs as another user, who must get in.
  await chmod(dataDir, 0o711);
  const env: Record<string, string> = {
    ...OF_THE_MACHINE,
    PHONE_PORT: '0',
    DATA_DIR: dataDir,
    KIT_DIR: kit,
    DATABASE_URL: databaseUrl ?? database?.connectionString ?? '',
    ...NO_REAL_MODELS,
    ...more,
  };
  let child: RunningService | undefined;
  let url = '';

  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    child?.process.kill(signal);
    await child?.process;
    child = undefined;
  };
  return {
    dataDir,
    databaseUrl: databaseUrl ?? database?.connectionString,
    pid: () => child?.process.pid ?? 0,
    url: () => url,
    start: async (port = 0) => {
      child = run(program.main, { ...env, PORT: String(port) });
      [, url = ''] = await child.logged(/describe an app at (http:\S+)/);
    },
    says: async (pattern) => {
      if (!child) throw new Error('The service is not running.');
      await child.logged(pattern);
    },
    run: (name, args) =>
      execa(process.execPath, [join(dirname(program.main), name), ...args], { env, extendEnv: false, reject: false }),
    log: () => child?.log() ?? '',
    signal: (signal) => void child?.process.kill(signal),
    kill,
    stop: async () => {
      const stopped = child;
      await kill('SIGTERM');
      const { exitCode } = (await stopped?.process) ?? {};
      const log = stopped?.log() ?? '';
      if (exitCode !== 0 && !LEFT_THE_REST.test(log))
        throw new Error(`The service ended with ${exitCode ?? 'a signal'}:\n${log}`);
    },
    close: async () => {
      await kill('SIGTERM');
      await Promise.all([database?.close(), rm(dataDir, { recursive: true, force: true, maxRetries: 5 })]);
    },
  };
}

interface RunningService {
  readonly process: ReturnType<typeof spawn>;
  /** What it has logged that fits, sooner or later. @throws with all of it when the service ends before */
  logged(pattern: RegExp): Promise<RegExpMatchArray>;
  log(): string;
}

function run(main: string, env: Readonly<Record<string, string>>): RunningService {
  const child = spawn(main, env);
  let output = '';
  let isOver = false;
  const heard = new EventEmitter();
  child.all.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    heard.emit('more');
  });
  void child.then(() => {
    isOver = true;
    heard.emit('more');
  });
  const logged = async (pattern: RegExp): Promise<RegExpMatchArray> => {
    for (;;) {
      const found = output.match(pattern);
      if (found) return found;
      if (isOver) throw new Error(`The service ended before it said ${pattern.source}:\n${output}`);
      await once(heard, 'more');
    }
  };
  return { process: child, logged, log: () => output };
}

function spawn(main: string, env: Readonly<Record<string, string>>) {
  // It has a limit of its own for stopping; a kill after that would hide that it was not kept.
  const options = { env, extendEnv: false, reject: false, all: true, forceKillAfterDelay: false } as const;
  return execa(process.execPath, [main], options);
}
