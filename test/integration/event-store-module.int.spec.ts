import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { Test } from '@nestjs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BlobStore } from '../../src/event-store/blob-store.port.js';
import { Database } from '../../src/event-store/database.js';
import { EventStore } from '../../src/event-store/event-store.port.js';
import { EventStoreModule } from '../../src/event-store/event-store.module.js';
import { testDatabase } from '../support/postgres.js';
import { event } from './event-store.contract.js';

describe('the log’s module', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'fl-module-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const useAndClose = async (databaseUrl: string | undefined): Promise<void> => {
    const module = await Test.createTestingModule({
      imports: [EventStoreModule.forRoot({ databaseUrl, dataDir, durability: 'off', log: () => undefined })],
    }).compile();
    await module.init();
    try {
      const stored = await module.get(EventStore).append('project', 0, [event('A')]);
      expect(await module.get(EventStore).read('project')).toEqual(stored);
      const { pool, prisma } = module.get(Database);
      expect((await pool.query('select seq from event')).rows).toEqual([{ seq: 1 }]);
      expect(await prisma.modelChoice.count()).toBe(0);
      expect(await module.get(BlobStore).put([Buffer.from('x')])).toHaveLength(1);
    } finally {
      await module.close();
    }
    await expect(module.get(EventStore).headSeq('project')).rejects.toThrow();
  };

  it('runs on an embedded Postgres that it starts and stops', async () => {
    await useAndClose(undefined);
    expect(existsSync(join(dataDir, 'postgres/cluster/PG_VERSION'))).toBe(true);
    expect(existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false);
  });

  it('runs on the database of a URL, and then embeds none', async () => {
    const database = await testDatabase();
    try {
      await useAndClose(database.connectionString);
    } finally {
      await database.close();
    }
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });
});
