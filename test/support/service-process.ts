import { EventEmitter, once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { testKit } from './kit.js';
import { NO_REAL_MODELS } from './no-real-models.js';
import { testDatabase } from './postgres.js';
import { builtProgram } from './program.js';

/** The compiled service in its own process, which tests can kill and start again with the same log and folder. */
export interface ServiceProcess {
  /** Its data folder. */
  readonly dataDir: string;
  /** Undefined if the database is embedded in the folder. */
  readonly databaseUrl: string | undefined;
  /** The process id of the running service. */
  pid(): number;
  /** `http://localhost:<port>`; changes with each start. */
  url(): string;
  /** @param port default: a free port */
  start(port?: number): Promise<void>;
  /** Resolves when it has logged this since its last start. @throws with its log if it ends first */
  says(pattern: RegExp): Promise<void>;
  /** Everything it has logged since its last start. */
  log(): string;
  /** Runs another compiled program to its end, in the environment of the service. */
  run(program: string, args: readonly string[]): Promise<{ stdout: string; stderr: string; exitCode?: number }>;
  /** Sends a signal without waiting for its effect (SIGSTOP, SIGCONT). */
  signal(signal: NodeJS.Signals): void;
  /** Sends a signal and resolves when the process has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Stops it as a supervisor does. @throws with its log if it fails */
  stop(): Promise<void>;
  /** Ends it and removes its folder and database. */
  close(): Promise<void>;
}

export interface ServiceProcessOptions {
  /** Uses an embedded Postgres in its folder. */
  readonly isEmbedded?: boolean;
  /** Uses this shared database; by default it gets its own. */
  readonly databaseUrl?: string;
  /** Additional settings. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The only variables that the service inherits from this process: no keys or settings of the person who runs the tests. */
const OF_THE_MACHINE = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'CI'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

/** What it logs if the machine is so busy that its time limit for stopping has passed. */
const LEFT_THE_REST = /Not everything has ended within/;

/** Creates the process without starting it. Close it in `afterAll`. */
export async function serviceProcess(options: ServiceProcessOptions = {}): Promise<ServiceProcess> {
  const { isEmbedded = false, databaseUrl, env: more = {} } = options;
  const [program, kit] = await Promise.all([builtProgram(), testKit()]);
  const database = isEmbedded || databaseUrl !== undefined ? undefined : await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'firstlight-chaos-'));
  // If root runs the tests, the embedded Postgres runs as another user, who needs access.
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
  /** Resolves with the first match in its log, now or later. @throws with the log if the service ends first */
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
  // The service has its own time limit for stopping; a forced kill would hide that it did not keep it.
  const options = { env, extendEnv: false, reject: false, all: true, forceKillAfterDelay: false } as const;
  return execa(process.execPath, [main], options);
}
