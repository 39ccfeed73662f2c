/** A reference to stored content: its SHA-256 in lower-case hex and its uncompressed size in bytes. */
export interface BlobRef {
  readonly sha256: string;
  readonly bytes: number;
}

/** File contents by hash, compressed with zstd. Content is stored before the event that names it. */
export abstract class BlobStore {
  /**
   * Stores the contents, equal ones only once, and returns their refs in the order of `contents`. Durable when it resolves.
   * @throws LogUnavailable
   */
  abstract put(contents: readonly Buffer[]): Promise<readonly BlobRef[]>;

  /**
   * Returns the contents in the order of the hashes.
   * @throws BlobMissing if one is not stored, LogUnavailable
   */
  abstract get(sha256s: readonly string[]): Promise<readonly Buffer[]>;
}

export class BlobMissing extends Error {
  readonly code = 'blob_missing';
  constructor(readonly sha256: string) {
    super(`No stored content has the hash ${sha256}.`);
    this.name = 'BlobMissing';
  }
}
