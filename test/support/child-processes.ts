import { readdir, readFile } from 'node:fs/promises';
import { execa } from 'execa';

/** The ids of a process's children whose command line holds `part`. */
export async function childrenOf(parentPid: number, part: string): Promise<readonly number[]> {
  const all = process.platform === 'linux' ? await fromProc() : await fromPs();
  return all.filter(({ parent, command }) => parent === parentPid && command.includes(part)).map(({ pid }) => pid);
}

interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Bare Linux systems have no `ps`. */
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
  // A process that ended while we read it is none of the children.
  return lines.flatMap((line) => (line.status === 'fulfilled' ? [line.value] : []));
}

async function fromPs(): Promise<readonly ProcessLine[]> {
  const { stdout } = await execa('ps', ['-A', '-o', 'pid=,ppid=,command=']);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
