import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readProject } from '../../src/commands/read-project.js';
import { killAtEditBoundaries } from '../chaos/edit-boundaries.js';
import {
  MODEL_LINES,
  modelWrites,
  newParty,
  occurrences,
  openInstance,
  party,
  PATHS,
  Person,
  randomFrom,
  withoutTokens,
} from '../support/edit-party.js';
import { testDatabase } from '../support/postgres.js';
import { spawnFixture } from '../support/typescript-process.js';

/** `npm run bench -- party` plays on. */
const ROUNDS = 12;

let database: Awaited<ReturnType<typeof testDatabase>>;
const instances: Awaited<ReturnType<typeof openInstance>>[] = [];

beforeAll(async () => {
  database = await testDatabase();
  for (let n = 0; n < 2; n++) instances.push(await openInstance(database.connectionString));
});

afterAll(async () => {
  for (const instance of instances) await instance.close();
  await database.close();
});

/** What somebody at an instance was told is stored, until that instance is killed after so many. */
async function typedUntilKilled(
  projectId: string,
  path: string,
  name: string,
  count: number,
): Promise<readonly string[]> {
  const child = spawnFixture('editing-process.ts', [database.connectionString, projectId, path, name]);
  const exited = once(child, 'exit');
  const told: string[] = [];
  if (!child.stdout) throw new Error('It has no output.');
  for await (const token of createInterface({ input: child.stdout })) {
    told.push(token);
    if (told.length === count) child.kill('SIGKILL');
  }
  await exited;
  return told;
}

describe('five people and a model on three files, over two instances', () => {
  it('end with the same texts, and lose nothing that was acknowledged', async () => {
    let lostAnswers = 0;
    for (let round = 0; round < ROUNDS; round++) {
      for (const end of await party(instances, `party-${round}`, randomFrom(round + 1))) {
        expect(end.shown).toEqual(end.shown.map(() => end.text));
        expect(end.file).toBe(end.text);
        for (const token of end.typed) expect(occurrences(end.text, token)).toBe(1);
        for (const line of MODEL_LINES) expect(occurrences(withoutTokens(end.text), line)).toBe(1);
        lostAnswers += end.lostAnswers;
      }
    }
    expect(lostAnswers).toBeGreaterThan(ROUNDS);
  }, 180_000);
});

describe('instances that are killed while people type at them', () => {
  it('lose nothing that was acknowledged, for people and a model elsewhere too', async () => {
    const [steady, other] = instances;
    const [path = ''] = PATHS;
    if (!steady || !other) throw new Error('There are two instances.');
    await newParty(steady, 'killed');
    const ann = new Person('killed', path, 'ann', randomFrom(7));
    await ann.open(steady);
    const over = new AbortController();
    const deaths = Promise.all(
      ['kim', 'leo', 'max'].map((name, n) => typedUntilKilled('killed', path, name, 4 + 5 * n)),
    ).finally(() => over.abort());
    for (let n = 0; !over.signal.aborted || n < 5; n++) {
      ann.edit();
      await ann.sync(n % 2 === 0 ? steady : other);
      if (n === 3) await modelWrites(other, 'killed', path, '// model 0');
    }
    const told = (await deaths).flat();
    while (!ann.isSynced) await ann.sync(steady);

    const { edited } = await other.checkpoints.write('killed', path);
    await ann.sync(steady);
    const text = edited.text.toString();
    expect(ann.text).toBe(text);
    expect(told.length).toBeGreaterThan(20);
    for (const token of [...told, ...ann.typed]) expect(occurrences(text, token)).toBe(1);
    expect(occurrences(withoutTokens(text), '// model 0')).toBe(1);
    const file = (await readProject(other.store, 'killed')).files[path];
    expect(String((await other.blobs.get([file?.sha256 ?? '']))[0])).toBe(text);
  }, 120_000);
});

describe('an edit session that is killed right before any of its events', () => {
  it('has lost nothing that was acknowledged, and others edit on', async () => {
    const [steady] = instances;
    if (!steady) throw new Error('There is an instance.');
    const { kills, faults } = await killAtEditBoundaries(database.connectionString, steady);
    expect(faults).toEqual([]);
    // The file as it is, six changes, and the model's come into the text; two versions of the text and the model's into the project.
    expect(kills).toBeGreaterThanOrEqual(8);
  }, 180_000);
});
