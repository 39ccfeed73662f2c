import { ChangeSet, Text } from '@codemirror/state';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { handle } from '../../src/commands/handle.js';
import { readProject } from '../../src/commands/read-project.js';
import { type GatewayClient, type GatewayService, startGateway } from './gateway-service.js';

const PATH = 'lib/words.ts';
const TEXT = 'export const one = 1;\nexport const two = 2;\n';
let service: GatewayService;

beforeEach(async () => {
  service = await startGateway();
  await handle(service.store, 'demo', { type: 'StartRun', prompt: 'Create a fitness tracking app' }, 'anonymous');
  await write(PATH, Buffer.from(TEXT), null);
});

afterEach(() => service.close());

async function write(path: string, content: Buffer, expected: string | null, author = 'user:rest'): Promise<void> {
  const [ref] = await service.blobs.put([content]);
  if (!ref) throw new Error('Nothing was stored.');
  const written = [{ path, ...ref }];
  const change = {
    type: 'ChangeFiles',
    written,
    removed: [],
    authors: [author],
    expected: { [path]: expected },
  } as const;
  await handle(service.store, 'demo', change, author);
}

const fileIn = async (path = PATH) => (await readProject(service.store, 'demo')).files[path];
const textIn = async (path = PATH): Promise<string> =>
  String((await service.blobs.get([(await fileIn(path))?.sha256 ?? '']))[0]);

/** Someone who follows one file by its messages alone. */
class Follower {
  #seen = 0;
  text = Text.empty;
  version = -1;

  constructor(readonly client: GatewayClient) {}

  static async open(query = '', path = PATH): Promise<Follower> {
    const client = await service.connect('demo', query);
    await client.ready();
    client.send({ action: 'open_file', path });
    const follower = new Follower(client);
    await follower.until(() => follower.version >= 0);
    return follower;
  }

  /** @param text what takes the place of `from` to `to` */
  type(from: number, text: string, to = from): void {
    const changes = ChangeSet.of({ from, to, insert: text }, this.text.length).toJSON() as unknown;
    const updates = [{ client_id: `c${String(Math.random())}`, changes }];
    this.client.send({ action: 'edit', path: PATH, version: this.version, updates });
  }

  async until(isEnough: () => boolean): Promise<void> {
    await this.client.until(() => {
      this.#take();
      return isEnough();
    });
  }

  #take(): void {
    for (const { type, data } of this.client.messages.slice(this.#seen)) {
      if (type === 'file_text') {
        this.version = Number(data['version']);
        this.text = Text.of(String(data['text']).split('\n'));
      }
      if (type === 'edits') {
        expect(data['version']).toBe(this.version);
        for (const { changes } of data['updates'] as { changes: unknown }[]) {
          this.text = ChangeSet.fromJSON(changes).apply(this.text);
          this.version += 1;
        }
      }
    }
    this.#seen = this.client.messages.length;
  }
}

describe('a file that two people have open', () => {
  it('is the same for both, whoever types, and for who wrote it too', async () => {
    const [ann, bob] = [await Follower.open('?user_id=ann'), await Follower.open('?user_id=bob')];
    expect(ann.text.toString()).toBe(TEXT);
    ann.type(0, '// ann\n');
    bob.type(TEXT.length, '// bob\n');
    const both = `// ann\n${TEXT}// bob\n`;
    await Promise.all([ann, bob].map((one) => one.until(() => one.text.toString() === both)));
    expect(ann.version).toBe(bob.version);
  });

  it('becomes a version of the file once it is quiet, with its authors', async () => {
    const [ann, bob] = [await Follower.open('?user_id=ann'), await Follower.open('?user_id=bob')];
    ann.type(0, '// ann\n');
    await bob.until(() => bob.text.lines > 3);
    bob.type(0, '// bob\n');
    const isWritten = (): boolean => ann.client.ofType('file').some(({ data }) => 'edit_version' in data);
    await ann.until(isWritten);
    expect(ann.client.ofType('file').at(-1)?.data).toMatchObject({
      op: 'written',
      path: PATH,
      author: 'user:ann',
      authors: ['user:ann', 'user:bob'],
      edit_version: ann.version,
    });
    expect(await textIn()).toBe(`// bob\n// ann\n${TEXT}`);
  });

  it('keeps a text that does not parse, says why, and does not write it into the file', async () => {
    const ann = await Follower.open();
    ann.type(0, 'const broken = (\n');
    const problems = (): unknown[] =>
      ann.client.ofType('diagnostics').flatMap(({ data }) => data['problems'] as unknown[]);
    await ann.until(() => problems().length > 0);
    expect(problems()[0]).toMatchObject({ line: expect.any(Number), message: expect.any(String), source: 'gate' });
    expect(await textIn()).toBe(TEXT);

    const bob = await Follower.open();
    expect(bob.text.toString()).toBe(`const broken = (\n${TEXT}`);
    const seen = (): Readonly<Record<string, unknown>> | undefined => bob.client.ofType('diagnostics').at(-1)?.data;
    // Who comes later sees it marked too.
    await bob.until(() => seen() !== undefined);
    expect(seen()).toEqual(ann.client.ofType('diagnostics').at(-1)?.data);
    bob.type('const broken = ('.length, '1);');
    await bob.until(() => (seen()?.['problems'] as readonly unknown[]).length === 0);
    expect(seen()).toMatchObject({ path: PATH, version: bob.version });
    await bob.until(() => bob.client.ofType('file').some(({ data }) => 'edit_version' in data));
    expect(await textIn()).toBe(`const broken = (1);\n${TEXT}`);
  });

  it('takes in what others write into the file meanwhile', async () => {
    const ann = await Follower.open('?user_id=ann');
    ann.type(0, '// ann\n');
    await ann.until(() => ann.text.lines > 3);
    await write(PATH, Buffer.from(`${TEXT}// by a model\n`), (await fileIn())?.sha256 ?? null, 'a-model');
    await ann.until(() => ann.text.toString().includes('by a model'));
    expect(ann.text.toString()).toBe(`// ann\n${TEXT}// by a model\n`);
  });

  it('keeps a person’s lines against a model’s, which one command takes', async () => {
    const ann = await Follower.open('?user_id=ann');
    // A text that does not parse is not in the file when the model writes it.
    ann.type(0, 'export const mine = (', 'export const one = 1;'.length);
    await ann.until(() => ann.text.line(1).text === 'export const mine = (');
    await write(PATH, Buffer.from(TEXT.replace('one = 1', 'one = 11')), (await fileIn())?.sha256 ?? null, 'a-model');
    await ann.until(() => ann.client.ofType('conflict').length > 0);
    const open = ann.client.ofType('conflict')[0]?.data;
    expect(open).toMatchObject({
      state: 'open',
      path: PATH,
      author: 'a-model',
      places: [{ from_line: 1, to_line: 1 }],
    });
    expect(ann.text.line(1).text).toBe('export const mine = (');

    ann.client.send({ action: 'resolve_conflict', conflict: open?.['conflict'], take: true });
    await ann.until(() => ann.client.ofType('conflict').some(({ data }) => data['state'] === 'taken'));
    await ann.until(() => ann.text.line(1).text === 'export const one = 11;');
    expect(ann.client.ofType('conflict').at(-1)?.data).toMatchObject({ path: PATH, author: 'user:ann' });
    const again = { action: 'resolve_conflict', conflict: open?.['conflict'], take: false };
    expect((await ann.client.errorTo(JSON.stringify(again))).data).toMatchObject({ code: 'conflict_not_found' });
  });

  it('shows everybody’s cursors, each person in one colour, until they leave', async () => {
    const [ann, bob] = [await Follower.open('?user_id=ann'), await Follower.open('?user_id=bob')];
    ann.client.send({ action: 'cursor', path: PATH, anchor: 3, head: 8 });
    bob.client.send({ action: 'cursor', path: PATH, anchor: 1, head: 1 });
    const cursors = (): { user_id: string; color: string }[] =>
      (bob.client.ofType('cursors').at(-1)?.data['cursors'] ?? []) as { user_id: string; color: string }[];
    await bob.until(() => cursors().length === 2);
    expect(cursors()).toMatchObject([
      { user_id: 'ann', anchor: 3, head: 8 },
      { user_id: 'bob', anchor: 1, head: 1 },
    ]);
    expect(cursors()[0]?.color).not.toBe(cursors()[1]?.color);
    ann.client.send({ action: 'close_file', path: PATH });
    await bob.until(() => cursors().length === 1);
  });

  it('is written when the last of them leaves without a word', async () => {
    const ann = await Follower.open('?user_id=ann');
    const watcher = await service.connect('demo');
    ann.type(0, '// ann\n');
    await ann.until(() => ann.text.lines > 3);
    ann.client.socket.terminate();
    await watcher.until(() => watcher.ofType('file').some(({ data }) => 'edit_version' in data));
    expect(await textIn()).toBe(`// ann\n${TEXT}`);
  });
});

describe('what is being typed', () => {
  it('is in the file before a run begins', async () => {
    await handle(service.store, 'demo', { type: 'RequestCancel' }, 'anonymous');
    await handle(service.store, 'demo', { type: 'AttachDriver' }, 'driver');
    await handle(service.store, 'demo', { type: 'FinishCancel', epoch: 1, run: 1 }, 'driver');
    const ann = await Follower.open('?user_id=ann');
    ann.type(0, '// ann\n');
    ann.client.send({ action: 'start', prompt: 'Create another fitness tracking app' });
    await ann.until(() =>
      ann.client.ofType('run').some(({ data }) => data['prompt'] === 'Create another fitness tracking app'),
    );
    const types = (await service.store.read('demo')).map(({ type, actor }) => `${type} by ${actor}`);
    expect(types.indexOf('FileWritten by user:ann')).toBeGreaterThan(0);
    expect(types.indexOf('FileWritten by user:ann')).toBeLessThan(types.lastIndexOf('RunRequested by user:ann'));
  });
});

describe('an edit', () => {
  it('that is sent twice counts once', async () => {
    const ann = await Follower.open();
    const changes = ChangeSet.of({ from: 0, insert: '// once\n' }, TEXT.length).toJSON() as unknown;
    const edit = { action: 'edit', path: PATH, version: ann.version, updates: [{ client_id: 'me', changes }] };
    ann.client.send(edit);
    ann.client.send(edit);
    ann.type(0, '');
    await ann.until(() => ann.version >= 3);
    expect(ann.text.toString()).toBe(`// once\n${TEXT}`);
  });

  it.each([
    ['of a file that is not open', { path: 'lib/other.ts' }, 'file_not_open'],
    ['at a version that is not there yet', { version: 99 }, 'edit_invalid'],
    ['that does not fit the text', { updates: [{ client_id: 'me', changes: [3, [0, 'x']] }] }, 'edit_invalid'],
    ['that is no ChangeSet', { updates: [{ client_id: 'me', changes: [-1] }] }, 'edit_invalid'],
    ['in the service’s own name', { updates: [{ client_id: 'file:1:aa', changes: [TEXT.length] }] }, 'edit_invalid'],
    ['without updates', { updates: [] }, 'invalid_field'],
  ])('%s is refused, and changes nothing', async (_, wrong, code) => {
    const ann = await Follower.open();
    const changes = [TEXT.length, [0, 'x']];
    const edit = {
      action: 'edit',
      path: PATH,
      version: ann.version,
      updates: [{ client_id: 'me', changes }],
      ...wrong,
    };
    const error = await ann.client.errorTo(JSON.stringify(edit));
    expect(error.data).toMatchObject({ code, path: edit.path });
    const bob = await Follower.open();
    expect(bob.text.toString()).toBe(TEXT);
  });
});

describe('opening', () => {
  it('is refused, with the reason, where there is no such file, or none that is a text', async () => {
    await write('assets/icon.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), null);
    await write('lib/long.ts', Buffer.from(`// ${'long '.repeat(120_000)}`), null);
    const client = await service.connect('demo');
    const errorFor = async (path: string) => (await client.errorTo(JSON.stringify({ action: 'open_file', path }))).data;
    expect(await errorFor('lib/none.ts')).toMatchObject({ code: 'file_not_found', path: 'lib/none.ts' });
    expect(await errorFor('assets/icon.png')).toMatchObject({
      code: 'file_not_editable',
      message: expect.stringContaining('binary'),
    });
    expect(await errorFor('lib/long.ts')).toMatchObject({
      code: 'file_not_editable',
      message: expect.stringContaining('bytes'),
    });
  });
});
