import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';

/** The ids of the children of a process whose command line contains `part`. */
export async function childrenOf(parentPid: number, part: string): Promise<readonly number[]> {
  const all = await processes();
  return all.filter(({ parent, command }) => parent === parentPid && command.includes(part)).map(({ pid }) => pid);
}

/** The ids of all descendants of a process. */
export async function descendantsOf(pid: number): Promise<readonly number[]> {
  const all = await processes();
  const below = (ancestor: number): number[] =>
    all.filter(({ parent }) => parent === ancestor).flatMap((child) => [child.pid, ...below(child.pid)]);
  return below(pid);
}

/** Resolves when all of the processes have ended. The timeout of the test limits the wait. */
export async function untilGone(pids: readonly number[]): Promise<void> {
  while (pids.some(isAlive)) await sleep(20);
}

/** Whether the process is running; false for a zombie. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false; // ESRCH: no such process
  }
  if (process.platform !== 'linux') return true;
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false; // it ended in between
  }
}

/** CPU time in milliseconds that a process has used so far (Linux only). */
export function cpuSpentMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name, which may contain spaces: utime and stime, fields 14 and 15 of proc(5), in hundredths of a second.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [11, 12].reduce((sum, at) => sum + Number(fields[at]) * 10, 0);
}

function processes(): Promise<readonly ProcessLine[]> {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Minimal Linux systems have no `ps`. */
async function fromProc(): Promise<readonly ProcessLine[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.allSettled(
    pids.map(async (pid) => {
      const [status, command] = await Promise.all(
        ['status', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8')),
      );
      const [, parent] = /^PPid:\s+(\d+)/m.exec(status ?? '') ?? [];
      return { pid: Number(pid), parent: Number(parent), command: command?.replaceAll('\0', ' ') ?? '' };
    }),
  );
  // Leaves out processes that ended while they were read.
  return lines.flatMap((line) => (line.status === 'fulfilled' ? [line.value] : []));
}

async function fromPs(): Promise<readonly ProcessLine[]> {
  const { stdout } = await execa('ps', ['-A', '-o', 'pid=,ppid=,command=']);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
