import { Database } from '../../src/event-store/database.js';
import { PostgresEventStore } from '../../src/event-store/postgres-event-store.js';
import { type Figure, quantile } from './figures.js';

const SLICE_MS = 1_500;
const ROUNDS = 3;
const DATA = {
  path: 'app/(tabs)/index.tsx',
  sha256: 'ab'.repeat(32),
  bytes: 4096,
  author: 'blueprint',
  pad: 'x'.repeat(250),
};

/** Appends a second at 1, 10 and 100 concurrent streams beside a prepared single insert, in turns; full durability. */
export async function benchLog(dataDir: string): Promise<readonly Figure[]> {
  const database = await Database.open({ dataDir, poolSize: 16, log: () => undefined });
  const store = new PostgresEventStore(database.pool, database.connection, (error) => {
    throw error;
  });
  await store.start();
  try {
    await database.pool.query('create table reference (stream text, seq int, data jsonb, primary key (stream, seq))');
    const figures: Figure[] = [];
    for (const streams of [1, 10, 100]) figures.push(await compare(store, database, streams));
    return figures;
  } finally {
    await store.close();
    await database.close();
  }
}

async function compare(store: PostgresEventStore, { pool }: Database, streams: number): Promise<Figure> {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const name = (index: number): string => `bench-${streams}-${round}-${index}`;
    ours.push(
      await perSecond(streams, (index, seq) =>
        store.append(name(index), seq, [{ type: 'FileWritten', data: DATA, run: 1, actor: 'driver' }]),
      ),
    );
    plain.push(
      await perSecond(streams, (index, seq) =>
        pool.query({
          name: 'reference',
          text: 'insert into reference values ($1, $2, $3)',
          values: [name(index), seq, DATA],
        }),
      ),
    );
  }
  const [figure, reference] = [quantile(ours, 0.5), quantile(plain, 0.5)];
  return {
    what: `appends/s at ${streams} ${streams === 1 ? 'stream' : 'streams'}`,
    value: figure.toFixed(0),
    reference: `${reference.toFixed(0)} prepared inserts/s: ${(figure / reference).toFixed(2)} ×`,
  };
}

async function perSecond(streams: number, append: (index: number, seq: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let count = 0;
  const one = async (index: number): Promise<void> => {
    for (let seq = 0; performance.now() - began < SLICE_MS; seq++) {
      await append(index, seq);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: streams }, (_, index) => one(index)));
  return (count / (performance.now() - began)) * 1000;
}
