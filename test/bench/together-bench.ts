import { ChangeSet } from '@codemirror/state';
import { handle } from '../../src/commands/handle.js';
import { type GatewayClient, startGateway } from '../integration/gateway-service.js';
import type { Figure } from './figures.js';
import { medianAndP95 } from './figures.js';

const EDITORS = 20;
const KEYSTROKES = 300;
const PATH = 'lib/words.ts';

/** From a keystroke in one editor to its arrival in each other one, 20 of which have the file open, over real sockets and Postgres. */
export async function benchTogether(): Promise<readonly Figure[]> {
  const service = await startGateway();
  try {
    await handle(service.store, 'demo', { type: 'StartRun', prompt: 'Create a fitness tracking app' }, 'anonymous');
    const [ref] = await service.blobs.put([Buffer.from('export const words = 1;\n')]);
    const change = { removed: [], authors: ['user:rest'], expected: { [PATH]: null } };
    const written = ref ? [{ path: PATH, ...ref }] : [];
    await handle(service.store, 'demo', { type: 'ChangeFiles', written, ...change }, 'user:rest');
    const editors = await Promise.all(Array.from({ length: EDITORS }, () => service.connect('demo')));
    for (const editor of editors) await opened(editor);
    const waitsMs: number[] = [];
    let length = 'export const words = 1;\n'.length;
    let version = Number(editors[0]?.ofType('file_text')[0]?.data['version']);
    for (let n = 0; n < KEYSTROKES; n++) {
      const began = performance.now();
      const heard = editors.map((editor) => hears(editor, version).then(() => waitsMs.push(performance.now() - began)));
      const changes = ChangeSet.of({ from: 0, insert: 'x' }, length).toJSON() as unknown;
      const updates = [{ client_id: `c${n}`, changes }];
      editors[n % EDITORS]?.send({ action: 'edit', path: PATH, version, updates });
      await Promise.all(heard);
      length += 1;
      version += 1;
    }
    return [{ what: `keystroke → other editor, ${EDITORS} editors on one file`, value: medianAndP95(waitsMs) }];
  } finally {
    await service.close();
  }
}

async function opened(editor: GatewayClient): Promise<void> {
  await editor.ready();
  editor.send({ action: 'open_file', path: PATH });
  await editor.until(() => editor.ofType('file_text').length > 0);
}

/** Resolves when the change of that version has come. */
function hears(editor: GatewayClient, version: number): Promise<unknown> {
  return new Promise((resolve) => {
    const look = (data: unknown): void => {
      const message = JSON.parse(String(data)) as { type: string; data: { version?: number } };
      if (message.type !== 'edits' || message.data.version !== version) return;
      editor.socket.off('message', look);
      resolve(undefined);
    };
    editor.socket.on('message', look);
  });
}
