import type { WriteCondition } from '../../editing/project-files.js';

/** A write must say which version of the file it is based on. */
export class ConditionMissing extends Error {
  readonly code = 'condition_missing';
  constructor() {
    super('A write must state the version that it is based on.');
    this.name = 'ConditionMissing';
  }
}

const ETAG = /^\s*(?:W\/)?"(?<sha256>[0-9a-f]{64})"\s*$/;

/**
 * From `If-Match: "<sha256>"` (that version), `If-Match: *` (any) and `If-None-Match: *` (a new file).
 * @throws ConditionMissing without either
 */
export function writeCondition(ifMatch: string | undefined, ifNoneMatch: string | undefined): WriteCondition {
  if (ifNoneMatch?.trim() === '*') return 'none';
  if (ifMatch?.trim() === '*') return 'any';
  if (ifMatch === undefined || ifMatch === '') throw new ConditionMissing();
  // Anything but a sha256 in quotes matches no version: the answer names the newest one.
  return { sha256: ETAG.exec(ifMatch)?.groups?.['sha256'] ?? ifMatch };
}
