import { execFile } from 'node:child_process';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

const run = promisify(execFile);

export interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

/** How to start the Postgres programs: as which user (undefined: the user of this process), and through which command. */
export interface ServerUser {
  readonly ids: UserIds | undefined;
  /** Command to put before the program; empty if none is needed. */
  readonly prefix: readonly string[];
}

/**
 * Postgres refuses to run as root, so a root process runs it as the owner of the cluster, `postgres` or `nobody`. If that user
 * cannot reach `paths` (in a clone below /root or in `mktemp -d`), it gets the one capability that allows it.
 * @param cluster the data folder, which may not exist yet
 * @throws EmbeddedPostgresError if there is no such user, or no way to give it access
 */
export async function chooseServerUser(cluster: string, paths: readonly string[]): Promise<ServerUser> {
  const self = process.getuid?.();
  const owner = await ownerOf(cluster);
  if (self !== 0) {
    if (owner && owner.uid !== self) {
      throw new EmbeddedPostgresError(
        `${cluster} belongs to the user with id ${owner.uid}, not ${self ?? '?'}`,
        'Run as that user or root',
      );
    }
    return { ids: undefined, prefix: [] };
  }
  const ids = owner ?? (await idsOf('postgres')) ?? (await idsOf('nobody'));
  if (!ids)
    throw new EmbeddedPostgresError(
      'as root it needs a user `postgres` or `nobody`',
      'Create one or do not run as root',
    );
  const closed = await findClosedFolder(ids, paths);
  return { ids, prefix: closed === undefined ? [] : await passThroughClosedFolders(ids, closed) };
}

async function ownerOf(cluster: string): Promise<UserIds | undefined> {
  const found = await stat(cluster).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function idsOf(name: string): Promise<UserIds | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    // `id` fails if the user does not exist.
    return undefined;
  }
}

/** The first of `paths` and their parent folders that the user may not execute or pass through. */
async function findClosedFolder({ uid, gid }: UserIds, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    for (let folder = await realpath(path); ; folder = dirname(folder)) {
      const { mode, uid: owner, gid: group } = await stat(folder);
      const executeBit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
      if ((mode & executeBit) === 0) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  return undefined;
}

const SETPRIV = '/usr/bin/setpriv';
/** CAP_DAC_OVERRIDE and CAP_SETPCAP, by their numbers in linux/capability.h. */
const NEEDED_CAPABILITIES = (1n << 1n) | (1n << 8n);

async function passThroughClosedFolders({ uid, gid }: UserIds, closed: string): Promise<readonly string[]> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`);
  const hasSetpriv = await stat(SETPRIV).catch(() => undefined);
  if ((effective & NEEDED_CAPABILITIES) !== NEEDED_CAPABILITIES || !hasSetpriv) {
    throw new EmbeddedPostgresError(
      `as root it runs as the user with id ${uid}, who may not enter ${closed}`,
      `Run \`chmod o+x ${closed}\`, put the project and DATA_DIR elsewhere, do not run as root`,
    );
  }
  const become = ['--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups'];
  const keep = ['--inh-caps', '-all,+dac_override', '--ambient-caps', '+dac_override'];
  // Without this bit, access(2) ignores the capability, and initdb uses access(2) to find its programs.
  return [SETPRIV, ...become, '--securebits', '+no_setuid_fixup', ...keep, '--'];
}
