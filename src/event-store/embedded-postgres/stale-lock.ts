import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * After a crash Postgres takes its lock file for stale when the process named in it is gone. In a restarted container that id
 * often belongs to another program, and Postgres would refuse to start for ever. Naming ourselves (its parent, which it
 * knows cannot be a postmaster) keeps its own check that no orphan still uses the shared memory.
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

/** When in doubt it is one: only a sure stranger, or a dead one that nobody has reaped, is disowned. */
async function isPostgres(pid: number): Promise<boolean> {
  const description =
    process.platform === 'linux'
      ? readFile(`/proc/${pid}/stat`, 'utf8')
      : run('ps', ['-p', `${pid}`, '-o', 'comm=,stat=']).then(({ stdout }) => stdout);
  const text = await description.catch(() => 'postgres');
  return text.includes('postgres') && !/ Z/.test(text);
}
