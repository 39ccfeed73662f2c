import { execa } from 'execa';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { OutputTail } from './output-tail.js';
import { packageRoot } from './package-root.js';

/** The pipe whose end tells the child that this process has gone; 4 and above are the caller's. */
const PARENT_FD = 3;
const TERMINATE_GRACE_MS = 1000;

/** A Node program of ours, whose life is bound to this process. */
export interface OwnedChild {
  readonly pid: number;
  /** By file descriptor. */
  readonly stdio: Subprocess['stdio'];
  /** Node's own; with `messages` it sends and hears structured clones. */
  readonly process: Subprocess['nodeChildProcess'];
  /** The end of its output. */
  readonly output: OutputTail;
  /** Resolves with how it ended, as soon as it has, whatever way that was: `exit code 1`, `signal SIGKILL`. */
  readonly ended: Promise<string>;
  /** Ends it and everything it started, and kills what is left after `graceMs`; resolves when all of it is gone. */
  stop(graceMs?: number): Promise<void>;
}

interface OwnedChildOptions {
  readonly cwd: string;
  /** All that it gets to know of any environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Further pipes, from file descriptor 4 on. */
  readonly pipes?: number;
  /** Whether the child has `process.send`. */
  readonly messages?: boolean;
}

/**
 * Starts a program in a process group of its own, with its output always drained. Group and child end with this process,
 * even when that is killed.
 */
export function startOwned(program: string, args: readonly string[], options: OwnedChildOptions): OwnedChild {
  const child = spawnOwned(program, args, options);
  const output = new OutputTail();
  output.drain(child.stdout, child.stderr);
  // What it started goes with it: also after a quiet end.
  const ended = endOf(child).finally(() => killGroup(child, 'SIGKILL'));
  return {
    pid: child.pid ?? -1,
    stdio: child.stdio,
    process: child.nodeChildProcess,
    output,
    ended,
    stop: (graceMs = TERMINATE_GRACE_MS) => stopGroup(child, ended, graceMs),
  };
}

type Subprocess = ReturnType<typeof spawnOwned>;

function spawnOwned(program: string, args: readonly string[], options: OwnedChildOptions) {
  const { cwd, env, pipes = 0, messages = false } = options;
  return execa(program, args, {
    cwd,
    env: { ...env, ...boundToUs() },
    extendEnv: false,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', ...Array.from({ length: pipes }, () => 'pipe' as const)],
    ipc: messages,
    buffer: false,
    reject: false,
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

/** For `node` and whatever runs on it. */
function boundToUs(): NodeJS.ProcessEnv {
  const guard = join(packageRoot(), 'src', 'effects', 'processes', 'exit-with-parent.cjs');
  return { NODE_OPTIONS: `--require ${JSON.stringify(guard)}`, FIRSTLIGHT_PARENT_FD: String(PARENT_FD) };
}

/** Every way a child can end, raced in one place: its exit, or that it never started. */
function endOf(child: Subprocess): Promise<string> {
  const exited = new Promise<string>((resolve) => {
    child.nodeChildProcess.once('exit', (code, signal) =>
      resolve(signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`),
    );
  });
  // Settles later than the exit where something that the child started still holds its output.
  const settled = child.then(({ exitCode, signal, shortMessage = '' }) =>
    signal === undefined && exitCode !== undefined ? `exit code ${exitCode}` : shortMessage,
  );
  return Promise.race([exited, settled]);
}

async function stopGroup(child: Subprocess, ended: Promise<string>, graceMs: number): Promise<void> {
  if (graceMs > 0) {
    killGroup(child, 'SIGTERM');
    await Promise.race([ended, sleep(graceMs, undefined, { ref: false })]);
  }
  killGroup(child, 'SIGKILL');
  await ended;
}

function killGroup(child: Subprocess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    // It has gone already.
    const isGone = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}
