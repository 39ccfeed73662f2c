import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readProject } from '../../src/commands/read-project.js';
import type { EditMessage } from '../../src/contract/messages/aside.js';
import type { Editor } from '../../src/editing/edit-room.js';
import { EditRooms } from '../../src/editing/edit-rooms.js';
import { editStream } from '../../src/event-store/stream-id.js';
import { EditTrimmer } from '../../src/editing/edit-trimmer.js';
import { NoTypes } from '../../src/editing/file-types.port.js';
import { TypeWatch } from '../../src/editing/type-watch.js';
import { Database } from '../../src/event-store/database.js';
import { newParty, occurrences, openInstance, PATHS, Person, randomFrom } from '../support/edit-party.js';
import { testDatabase } from '../support/postgres.js';

const [PATH = ''] = PATHS;
const KEPT_DAYS = 30;

let server: Awaited<ReturnType<typeof testDatabase>>;
let database: Database;
let instance: Awaited<ReturnType<typeof openInstance>>;
let trimmer: EditTrimmer;

beforeAll(async () => {
  server = await testDatabase();
  database = await Database.open({ databaseUrl: server.connectionString, dataDir: '', log: () => undefined });
  instance = await openInstance(server.connectionString);
  trimmer = new EditTrimmer(instance.store, database, KEPT_DAYS);
});

afterAll(async () => {
  await instance.close();
  await database.close();
  await server.close();
});

/** All that is in the log now was stored so long ago. */
async function daysPass(days: number): Promise<void> {
  await database.pool.query('update event set at = at - make_interval(days => $1)', [days]);
}

async function types(person: Person, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    person.edit();
    while (!person.isSynced) await person.sync(instance);
  }
}

const seqsOf = async (stream: string): Promise<readonly number[]> =>
  (await instance.store.read(stream)).map(({ seq }) => seq);

describe('the stream of a text that has been edited for long', () => {
  it('loses what an old version of the file holds; the text, its version and the project stay as they are', async () => {
    await newParty(instance, 'long');
    const ann = new Person('long', PATH, 'ann', randomFrom(3));
    await ann.open(instance);
    await types(ann, 12);
    const { edited: old } = await instance.checkpoints.write('long', PATH);
    await daysPass(KEPT_DAYS);
    await types(ann, 5);
    const { edited: young } = await instance.checkpoints.write('long', PATH);
    const history = await instance.store.read('long');

    expect(await trimmer.trim(new Date(Date.now() - 60_000))).toBe(0);
    expect(await trimmer.trim()).toBe(old.version);
    expect((await seqsOf(editStream('long', PATH)))[0]).toBe(old.version + 1);
    expect(await instance.store.read('long')).toEqual(history);
    const { edited } = await instance.texts.open('long', PATH);
    expect([edited.version, edited.text.toString()]).toEqual([young.version, young.text.toString()]);
    for (const token of ann.typed) expect(occurrences(edited.text.toString(), token)).toBe(1);
    expect(await trimmer.trim()).toBe(0);
  });

  it('keeps its last change, so that editing goes on at its version', async () => {
    await daysPass(KEPT_DAYS);
    const before = await instance.texts.open('long', PATH);
    expect(await trimmer.trim()).toBeGreaterThan(0);
    expect(await seqsOf(editStream('long', PATH))).toEqual([before.edited.version]);
    const bob = new Person('long', PATH, 'bob', randomFrom(4));
    await bob.open(instance);
    await types(bob, 3);
    const { edited } = await instance.checkpoints.write('long', PATH);
    expect(edited.version).toBeGreaterThan(before.edited.version);
    expect(bob.text).toBe(edited.text.toString());
    const { files } = await readProject(instance.store, 'long');
    expect(String((await instance.blobs.get([files[PATH]?.sha256 ?? '']))[0])).toBe(bob.text);
  });

  it('gives an editor that comes back from before that the text anew, with all that was acknowledged', async () => {
    const rooms = new EditRooms(
      instance.store,
      instance.texts,
      instance.checkpoints,
      new TypeWatch(instance.store, instance.blobs, instance.checkpoints, new NoTypes()),
    );
    const told: EditMessage[] = [];
    const late: Editor = { id: 'late', userId: 'cem', tell: (message) => void told.push(message) };
    const update = { client_id: 'late', changes: [[0, '/*late*/'], 5] as never };
    await expect(instance.texts.push('long', PATH, 1, [update], 'user:cem')).rejects.toMatchObject({
      code: 'version_too_old',
    });
    await rooms.open('long', PATH, late, 1);
    const { edited } = await instance.texts.open('long', PATH);
    const { version, text } = edited;
    expect(told).toEqual([{ type: 'file_text', data: { path: PATH, version, text: text.toString() } }]);

    const changes = [[0, '/*late*/'], text.length] as never;
    await rooms.edit('long', PATH, late, version, [{ client_id: 'late', changes }]);
    await rooms.close('long', PATH, late);
    await rooms.beforeApplicationShutdown();
    expect((await instance.texts.open('long', PATH)).edited.text.toString()).toBe(`/*late*/${text.toString()}`);
  });
});
