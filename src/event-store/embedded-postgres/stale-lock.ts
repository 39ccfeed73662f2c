import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * After a crash, Postgres ignores its lock file if the process named in it is gone. In a restarted container another program
 * often has that id, and Postgres would never start. So we put in our own id: Postgres knows that its parent cannot be a
 * postmaster, and it still checks for orphans that use the shared memory.
 */
export async function disownStaleLock(lockFile: string): Promise<void> {
  const lines = (await readFile(lockFile, 'utf8').catch(() => '')).split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!pid || pid === process.pid || !isAlive(pid) || (await isPostgres(pid))) return;
  await writeFile(lockFile, [process.pid, ...lines.slice(1)].join('\n'));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Assumes Postgres when in doubt: only a process that is certainly something else, or a zombie, loses its lock. */
async function isPostgres(pid: number): Promise<boolean> {
  const description =
    process.platform === 'linux'
      ? readFile(`/proc/${pid}/stat`, 'utf8')
      : run('ps', ['-p', `${pid}`, '-o', 'comm=,stat=']).then(({ stdout }) => stdout);
  const text = await description.catch(() => 'postgres');
  return text.includes('postgres') && !/ Z/.test(text);
}
