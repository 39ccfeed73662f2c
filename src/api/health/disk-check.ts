import { statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ApiOptions } from '../api-options.js';
import { HealthCheck, type HealthReport } from './health-check.port.js';

/** With less than this, a run or the database will soon run out of space. */
const MIN_FREE_MB = 200;

/** `disk`: whether DATA_DIR can be written, and how much is free there. */
@Injectable()
export class DiskCheck extends HealthCheck {
  override readonly name = 'disk';

  constructor(private readonly options: ApiOptions) {
    super();
  }

  override async check(): Promise<HealthReport> {
    const { dataDir } = this.options;
    const { bavail, bsize } = await statfs(dataDir);
    const freeMb = Math.floor((bavail * bsize) / 1024 / 1024);
    return diskReport(freeMb, await writeProblem(join(dataDir, `.write-test-${process.pid}`)));
  }
}

/** @param writeProblem why a file could not be written; undefined where it could */
export function diskReport(freeMb: number, writeProblem?: string): HealthReport {
  if (writeProblem !== undefined)
    return { status: 'degraded', free_mb: freeMb, message: `DATA_DIR cannot be written to: ${writeProblem}` };
  if (freeMb >= MIN_FREE_MB) return { status: 'ok', free_mb: freeMb };
  return { status: 'degraded', free_mb: freeMb, message: `Only ${freeMb} MB are free in DATA_DIR: make room.` };
}

async function writeProblem(file: string): Promise<string | undefined> {
  try {
    await writeFile(file, Buffer.alloc(4096));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    // Where it could not even be made there is nothing to remove.
    await unlink(file).catch(() => undefined);
  }
}
