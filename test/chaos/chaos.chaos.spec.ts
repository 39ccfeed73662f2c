import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { ProjectViewer, type WireMessage } from '../support/follow-project.js';
import { type TestDatabase, testDatabase } from '../support/postgres.js';
import { Arena } from './arena.js';
import { killAtBoundaries } from './boundaries.js';
import { takeDatabaseAway } from './database-away.js';
import { faultsOf } from './recorded-run.js';
import { storm } from './storm.js';

// The short form of `npm run chaos`, which kills at every event and 200 times at random.
let database: TestDatabase;
let arena: Arena;

beforeAll(async () => {
  database = await testDatabase();
  arena = await Arena.open(database.connectionString, 3);
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await arena.close();
  await database.close();
}, 60_000);

// What needs most services comes first: they are up, and starting one takes seconds of processor.
describe('three processes on one database that are killed, frozen and stopped at random', () => {
  it('leave no run without its end, complete no stage twice, and lose no event for a viewer', async () => {
    const { faults, runs } = await storm(arena, { kills: 5, seed: 3 });
    expect(faults).toEqual([]);
    expect(runs).toBeGreaterThan(0);
    expect(await arena.orphans(10_000)).toBe(0);
  }, 240_000);
});

describe('two services on one database', () => {
  it('tell the viewers of each who watches at the other, until they leave', async () => {
    await arena.keepUp(2);
    const [one, two] = arena.services;
    const ann = await ProjectViewer.open(one?.url() ?? '', 'watched', undefined, 'ann');
    const bob = await ProjectViewer.open(two?.url() ?? '', 'watched', undefined, 'bob');
    const tellsOfBoth = ({ type, data }: WireMessage): boolean => type === 'presence' && data['viewers'] === 2;
    for (const viewer of [ann, bob]) {
      const { people } = (await viewer.until(tellsOfBoth)).data as { people: readonly { user_id: string }[] };
      expect(people.map(({ user_id }) => user_id).sort()).toEqual(['ann', 'bob']);
    }
    await bob.close();
    const both = ann.messages.findIndex(tellsOfBoth);
    const alone = await ann.until(
      (message) => message.type === 'presence' && message.data['viewers'] === 1 && ann.messages.indexOf(message) > both,
    );
    expect(alone.data['people']).toMatchObject([{ user_id: 'ann' }]);
    await ann.close();
  }, 60_000);
});

describe('a service that is killed in the middle of a run', () => {
  it('goes on by itself when it is back, with nobody connected, and ends as if undisturbed', async () => {
    // Right after the request, between stages, among the files, before the last stage.
    const { killedAt, faults } = await killAtBoundaries(arena, [3, 20, arena.eventCount - 4]);
    expect(faults).toEqual([]);
    expect(killedAt).toHaveLength(3);
    expect(await arena.orphans(10_000)).toBe(0);
  }, 120_000);

  it('says goodbye and hands its run over when it is asked to stop', async () => {
    await arena.keepUp(1);
    const viewer = await ProjectViewer.open(arena.first.url(), 'handed-over');
    viewer.start('Create a recipe app called Saffron with favourites');
    await viewer.until(({ seq = 0 }) => seq >= 9);
    await arena.first.kill('SIGTERM');
    expect(await viewer.closeCode()).toBe(1001);
    await arena.first.start();
    expect(faultsOf(await arena.untilOver('handed-over'), arena.expected)).toEqual([]);
  }, 60_000);
});

describe('a database that is away for some seconds in the middle of a run', () => {
  it('is told of, and neither the run nor its viewers lose anything', async () => {
    await arena.keepUp(1);
    const { notices, faults } = await takeDatabaseAway(arena, 'without-database', 3_000);
    expect(faults).toEqual([]);
    expect(notices.filter((code) => code.startsWith('log_'))).toEqual(['log_unavailable', 'log_available']);
  }, 60_000);
});
