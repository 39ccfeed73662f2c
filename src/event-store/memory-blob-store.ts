import { createHash } from 'node:crypto';
import type { BlobRef } from './blob-store.port.js';
import { BlobMissing, BlobStore } from './blob-store.port.js';

/** A blob store in memory, for tests. */
export class MemoryBlobStore extends BlobStore {
  private readonly contents = new Map<string, Buffer>();

  override put(contents: readonly Buffer[]): Promise<readonly BlobRef[]> {
    const refs = contents.map((content) => {
      const sha256 = createHash('sha256').update(content).digest('hex');
      this.contents.set(sha256, Buffer.from(content));
      return { sha256, bytes: content.length };
    });
    return Promise.resolve(refs);
  }

  override async get(sha256s: readonly string[]): Promise<readonly Buffer[]> {
    await Promise.resolve();
    return sha256s.map((sha256) => {
      const content = this.contents.get(sha256);
      if (!content) throw new BlobMissing(sha256);
      return Buffer.from(content);
    });
  }
}
