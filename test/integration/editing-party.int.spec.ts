import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handle, readProject } from '../../src/commands/handle.js';
import { Checkpoints } from '../../src/editing/checkpoints.js';
import { EditedTexts } from '../../src/editing/edited-texts.js';
import type { FileGate } from '../../src/editing/file-gate.port.js';
import { Database } from '../../src/event-store/database.js';
import { PostgresBlobStore } from '../../src/event-store/postgres-blob-store.js';
import { PostgresEventStore } from '../../src/event-store/postgres-event-store.js';
import { type Instance, PARTY_TEXT, Person, writeOutside } from '../support/edit-party.js';
import { testDatabase } from '../support/postgres.js';

/** Any text counts. */
const gate: FileGate = { admit: (file) => Promise.resolve(file), problemsOf: () => Promise.resolve([]) };
const PATHS = ['lib/a.ts', 'lib/b.ts', 'lib/c.ts'];
const ROUNDS = 12;

let database: Awaited<ReturnType<typeof testDatabase>>;
const instances: (Instance & { close(): Promise<void> })[] = [];

beforeAll(async () => {
  database = await testDatabase();
  for (let n = 0; n < 2; n++) instances.push(await openInstance(database.connectionString));
});

afterAll(async () => {
  for (const instance of instances) await instance.close();
  await database.close();
});

async function openInstance(databaseUrl: string): Promise<Instance & { close(): Promise<void> }> {
  const opened = await Database.open({ databaseUrl, dataDir: '', log: () => undefined });
  const store = new PostgresEventStore(opened.pool, opened.connection, () => undefined);
  await store.start();
  const blobs = new PostgresBlobStore(opened.pool);
  const texts = new EditedTexts(store, blobs);
  const checkpoints = new Checkpoints(texts, store, blobs, gate);
  const close = async (): Promise<void> => {
    await checkpoints.stop();
    await store.close();
    await opened.close();
  };
  return { store, blobs, texts, checkpoints, close };
}

async function newProject({ store, blobs }: Instance, projectId: string): Promise<void> {
  await handle(store, projectId, { type: 'StartRun', prompt: 'Create a fitness tracking app' }, 'anonymous');
  const refs = await blobs.put(PATHS.map(() => Buffer.from(PARTY_TEXT)));
  const written = PATHS.flatMap((path, n) => (refs[n] ? [{ path, ...refs[n] }] : []));
  const expected = Object.fromEntries(PATHS.map((path) => [path, null]));
  await handle(
    store,
    projectId,
    { type: 'ChangeFiles', written, removed: [], authors: ['blueprint'], expected },
    'driver',
  );
}

/** Mulberry32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

describe('five people and a model on three files, over two instances', () => {
  it('end with the same texts, and lose nothing that was acknowledged', async () => {
    let lostAnswers = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const projectId = `party-${round}`;
      const random = randomFrom(round + 1);
      const anyInstance = (): Instance => instances[random(instances.length)] as Instance;
      await newProject(anyInstance(), projectId);
      const people = PATHS.flatMap((path) =>
        ['ann', 'bob', 'cem', 'dora', 'eli'].map((name) => ({
          path,
          person: new Person(projectId, path, name, random),
        })),
      );
      for (const { person } of people) await person.open(anyInstance());
      const live = async (person: Person): Promise<void> => {
        for (let n = 0; n < 6; n++) {
          person.edit();
          if (random(10) < 7) await person.sync(anyInstance());
        }
      };
      const model = async (path: string): Promise<void> => {
        for (let n = 0; n < 2; n++) await writeOutside(anyInstance(), projectId, path, `// model ${n}`);
      };
      await Promise.all([...people.map(({ person }) => live(person)), ...PATHS.map(model)]);

      for (const path of PATHS) {
        const there = people.filter((one) => one.path === path).map(({ person }) => person);
        for (const person of there) while (!person.isSynced) await person.sync(anyInstance());
        const { edited, problems } = await anyInstance().checkpoints.write(projectId, path);
        for (const person of there) await person.sync(anyInstance());
        const text = edited.text.toString();
        expect(problems).toEqual([]);
        expect(there.map((person) => person.text)).toEqual(there.map(() => text));
        for (const token of there.flatMap((person) => [...person.typed])) expect(occurrences(text, token)).toBe(1);
        // What people typed may stand in the middle of the model's line.
        const bare = text.replaceAll(/\/\*\w+\*\//g, '');
        for (const line of ['// model 0', '// model 1']) expect(occurrences(bare, line)).toBe(1);
        const { store, blobs } = anyInstance();
        const file = (await readProject(store, projectId)).files[path];
        expect(String((await blobs.get([file?.sha256 ?? '']))[0])).toBe(text);
        lostAnswers += there.reduce((sum, person) => sum + person.lostAnswers, 0);
      }
    }
    expect(lostAnswers).toBeGreaterThan(ROUNDS);
  }, 180_000);
});

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}
