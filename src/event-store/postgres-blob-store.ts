import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib';
import type { Pool } from 'pg';
import type { BlobRef } from './blob-store.port.js';
import { BlobMissing, BlobStore } from './blob-store.port.js';
import { reach } from './reach.js';

const compressBeside = promisify(zstdCompress);
const decompressBeside = promisify(zstdDecompress);
/**
 * Up to this size, content is compressed and decompressed synchronously: that takes hundredths of a millisecond, while the thread
 * pool takes two or three milliseconds.
 */
const ON_THE_SPOT_BYTES = 64 * 1024;

async function compress(content: Buffer): Promise<Buffer> {
  return content.length <= ON_THE_SPOT_BYTES ? zstdCompressSync(content) : compressBeside(content);
}

async function decompress(zstd: Buffer, bytes: number): Promise<Buffer> {
  return bytes <= ON_THE_SPOT_BYTES ? zstdDecompressSync(zstd) : decompressBeside(zstd);
}

/** File contents in the table `blob`. They are compressed here, so that Postgres only stores bytes. */
export class PostgresBlobStore extends BlobStore {
  constructor(private readonly pool: Pool) {
    super();
  }

  override async put(contents: readonly Buffer[]): Promise<readonly BlobRef[]> {
    const refs = contents.map((content) => ({ sha256: sha256Hex(content), bytes: content.length }));
    const distinct = new Map(refs.map((ref, index) => [ref.sha256, contents[index] ?? Buffer.alloc(0)]));
    if (distinct.size === 0) return refs;

    // Sorted, so that two callers that store the same contents cannot deadlock.
    const sorted = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1));
    const zstd = await Promise.all(sorted.map(([, content]) => compress(content)));
    await reach(
      this.pool.query({
        name: 'blob-put',
        // Renews `put_at` at most every ten minutes: BlobSweep does not remove content that was stored recently.
        text: `insert into blob (sha256, bytes, zstd) select * from unnest($1::bytea[], $2::int[], $3::bytea[])
               on conflict (sha256) do update set put_at = now() where blob.put_at < now() - interval '10 minutes'`,
        values: [
          sorted.map(([sha256]) => Buffer.from(sha256, 'hex')),
          sorted.map(([, content]) => content.length),
          zstd,
        ],
      }),
    );
    return refs;
  }

  override async get(sha256s: readonly string[]): Promise<readonly Buffer[]> {
    const { rows } = await reach(
      this.pool.query<[Buffer, Buffer, number]>({
        name: 'blob-get',
        text: 'select sha256, zstd, bytes from blob where sha256 = any($1::bytea[])',
        values: [sha256s.map((sha256) => Buffer.from(sha256, 'hex'))],
        rowMode: 'array',
      }),
    );
    const stored = new Map(rows.map(([sha256, zstd, bytes]) => [sha256.toString('hex'), { zstd, bytes }]));
    return Promise.all(
      sha256s.map((sha256) => {
        const blob = stored.get(sha256);
        if (!blob) throw new BlobMissing(sha256);
        return decompress(blob.zstd, blob.bytes);
      }),
    );
  }
}

function sha256Hex(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
