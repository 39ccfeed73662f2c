import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { transform } from '@swc/core';

const ROOT = join(import.meta.dirname, '../..');
const PACKAGES = [
  '@codemirror/collab',
  '@codemirror/commands',
  '@codemirror/language',
  '@codemirror/state',
  '@codemirror/streamparser',
  '@codemirror/view',
  '@lezer/common',
  '@lezer/highlight',
  '@lezer/lr',
  '@marijn/find-cluster-break',
  'crelt',
  'style-mod',
  'w3c-keyname',
];

const SCRIPT = `
import { connect } from '/src/client/connect.js';
import { fileSession } from '/src/client/file-session.js';
import { EditorView, keymap } from '@codemirror/view';
import { history, historyKeymap } from '@codemirror/commands';
const asked = Object.fromEntries(new URLSearchParams(location.search));
window.connection = connect(asked.project, { url: asked.service, userId: asked.user });
const session = await fileSession(window.connection, asked.path);
window.view = new EditorView({
  doc: session.doc,
  extensions: [history(), keymap.of(historyKeymap), session.extension],
  parent: document.body,
});
`;

/** A third-party page with a CodeMirror editor and the client of src/client, at its own origin. */
export class EditorPages {
  private constructor(
    private readonly server: Server,
    private readonly imports: Readonly<Record<string, string>>,
  ) {
    server.on('request', ({ url = '/' }, response) => {
      this.answer(new URL(url, 'http://page').pathname, response).catch((error: unknown) => {
        response.writeHead(404).end(String(error));
      });
    });
  }

  static async open(): Promise<EditorPages> {
    const entries = await Promise.all(PACKAGES.map(async (name) => [name, await entryOf(name)] as const));
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new EditorPages(server, Object.fromEntries(entries));
  }

  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  urlOf(asked: { service: string; project: string; path: string; user: string }): string {
    return `${this.origin}/?${new URLSearchParams(asked).toString()}`;
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async answer(path: string, response: ServerResponse): Promise<void> {
    if (path === '/') {
      const map = `<script type="importmap">${JSON.stringify({ imports: this.imports })}</script>`;
      const page = `<!doctype html><link rel="icon" href="data:,">${map}<script type="module">${SCRIPT}</script>`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      return;
    }
    const code = path.startsWith('/src/') ? await compiled(path) : await readFile(join(ROOT, path));
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
  }
}

async function compiled(path: string): Promise<string> {
  const source = await readFile(join(ROOT, path.replace(/\.js$/, '.ts')), 'utf8');
  const { code } = await transform(source, {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  return code;
}

/** The file that a browser loads for the package. */
async function entryOf(name: string): Promise<string> {
  const text = await readFile(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
  const { exports, module } = JSON.parse(text) as { exports?: { import?: string }; module?: string };
  return `/node_modules/${join(name, exports?.import ?? module ?? 'index.js')}`;
}
