import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import type { BlobStore } from '../../src/event-store/blob-store.port.js';
import { BlobMissing } from '../../src/event-store/blob-store.port.js';
import { MemoryBlobStore } from '../../src/event-store/memory-blob-store.js';
import { PostgresBlobStore } from '../../src/event-store/postgres-blob-store.js';
import type { TestDatabase } from '../support/postgres.js';
import { testDatabase } from '../support/postgres.js';

function describeBlobStore(name: string, get: () => BlobStore): void {
  describe(name, () => {
    const screen = Buffer.from('export default function Home() {}\n'.repeat(100));
    const image = randomBytes(5_000);

    it('gives contents back byte for byte, in the order asked, named by their sha256', async () => {
      const refs = await get().put([screen, image, Buffer.alloc(0)]);
      expect(refs).toEqual(
        [screen, image, Buffer.alloc(0)].map((content) => ({ sha256: sha256(content), bytes: content.length })),
      );
      expect(await get().get([sha256(image), sha256(screen), sha256(image), sha256(Buffer.alloc(0))])).toEqual([
        image,
        screen,
        image,
        Buffer.alloc(0),
      ]);
    });

    it('takes the same content again, in one call and from many at once', async () => {
      const contents = Array.from({ length: 30 }, (_, n) => Buffer.from(`file ${n}`));
      await Promise.all([get().put(contents), get().put(contents.toReversed()), get().put([...contents, ...contents])]);
      expect(await get().get(contents.map(sha256))).toEqual(contents);
    });

    it('takes and gives nothing', async () => {
      expect(await get().put([])).toEqual([]);
      expect(await get().get([])).toEqual([]);
    });

    it('names the hash that is not stored', async () => {
      const unknown = sha256(Buffer.from('never stored'));
      await get().put([screen]);
      await expect(get().get([sha256(screen), unknown])).rejects.toEqual(new BlobMissing(unknown));
      await expect(get().get(['no hash'])).rejects.toMatchObject({ code: 'blob_missing' });
    });
  });
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

describe('the contents', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await testDatabase();
    pool = new Pool({ ...database.connection, max: 4 });
  });
  afterAll(async () => {
    await pool.end();
    await database.close();
  });

  describeBlobStore('in Postgres', () => new PostgresBlobStore(pool));
  const memory = new MemoryBlobStore();
  describeBlobStore('in memory', () => memory);
});
