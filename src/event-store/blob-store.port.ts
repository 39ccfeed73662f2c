/** A stored content: lower-case hex hash and uncompressed size. */
export interface BlobRef {
  readonly sha256: string;
  readonly bytes: number;
}

/** File contents by hash; written before the event that names them. Kept compressed (zstd). */
export abstract class BlobStore {
  /** Stores each content once, however often it is passed; refs in the order of `contents`. Durable when it resolves. @throws LogUnavailable */
  abstract put(contents: readonly Buffer[]): Promise<readonly BlobRef[]>;

  /** The contents by hash, in order. @throws BlobMissing when one is not stored, LogUnavailable */
  abstract get(sha256s: readonly string[]): Promise<readonly Buffer[]>;
}

export class BlobMissing extends Error {
  readonly code = 'blob_missing';
  constructor(readonly sha256: string) {
    super(`No stored content has the hash ${sha256}.`);
    this.name = 'BlobMissing';
  }
}
