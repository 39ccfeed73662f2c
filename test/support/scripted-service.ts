import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import { type Action, type Script, ScriptedProject } from './scripted-project.js';

const STUDIO = join(import.meta.dirname, '../../dist/studio');
const APP = '<!doctype html><title>App</title><link rel="icon" href="data:,"><p>Scripted app</p>';
const QR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h3v3H1zM5 1h3v3H5zM1 5h3v3H1z"/></svg>';

/**
 * A small server that follows the wire contract with the real rules, for what cannot be provoked in the real service: a failing
 * stage, a run that waits, closed connections. It has no database and no Metro; a preview is one line of text.
 */
export class ScriptedService {
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #projects = new Map<string, ScriptedProject>();
  /** The `after` of each connection, in order. */
  readonly cursors: number[] = [];
  /** Closes each new connection with 1008. */
  isRefusing = false;
  /** Ignores messages from viewers. */
  isDeaf = false;
  /** Number of ignored messages. */
  swallowed = 0;

  private constructor(readonly script: Script) {
    this.#http = createServer((request, response) => void this.#answer(request, response));
    this.#http.on('upgrade', (request, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, (ws) =>
        this.#admit(ws, new URL(request.url ?? '/', this.url)),
      );
    });
  }

  static async start(script: Script = {}, port = 0): Promise<ScriptedService> {
    const service = new ScriptedService(script);
    await new Promise<void>((resolve) => service.#http.listen(port, '127.0.0.1', resolve));
    return service;
  }

  get url(): string {
    return `http://localhost:${(this.#http.address() as AddressInfo).port}`;
  }

  /** Closes every connection with this code; 1006 means without a close frame. */
  dropViewers(code: number, reason = ''): void {
    for (const ws of this.#sockets.clients) {
      if (code === 1006) ws.terminate();
      else ws.close(code, reason);
    }
  }

  statusOf(id: string): string | undefined {
    return this.#projects.get(id)?.state.run?.status;
  }

  /** Carries out a command of another person or of the driver. */
  do(id: string, ...[command]: Parameters<ScriptedProject['do']>): void {
    this.#projects.get(id)?.do(command);
  }

  release(): void {
    for (const project of this.#projects.values()) project.release();
  }

  hold(): void {
    for (const project of this.#projects.values()) project.hold();
  }

  async close(): Promise<void> {
    for (const project of this.#projects.values()) project.end();
    this.dropViewers(1006);
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #project(id: string): ScriptedProject {
    const known =
      this.#projects.get(id) ??
      new ScriptedProject(id, this.script, `http://${id}.localhost:${new URL(this.url).port}/`);
    this.#projects.set(id, known);
    return known;
  }

  #admit(ws: WebSocket, { pathname, searchParams }: URL): void {
    const after = Number(searchParams.get('after') ?? 0);
    this.cursors.push(after);
    if (this.isRefusing) {
      ws.close(1008, 'not today');
      return;
    }
    const project = this.#project(pathname.split('/').at(-1) ?? '');
    const send = (message: object) => ws.send(JSON.stringify(message));
    if (after > project.log.length) {
      send({ type: 'error', error: 'no such message', data: { code: 'cursor_invalid' } });
      return;
    }
    project.log.slice(after).forEach(send);
    send({ type: 'ready', data: { head: project.log.length } });
    project.viewers.add(send);
    ws.on('close', () => project.viewers.delete(send));
    ws.on('message', (data: Buffer) => {
      if (this.isDeaf) this.swallowed += 1;
      else project.act(JSON.parse(data.toString()) as Action, send);
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.url);
    if (/^[^.]+\.localhost/.test(request.headers.host ?? '')) {
      response.setHeader('content-type', 'text/html').end(APP);
    } else if (pathname === '/' || pathname.startsWith('/p/')) {
      response.setHeader('content-type', 'text/html').end(await readFile(join(STUDIO, 'index.html')));
    } else if (pathname.startsWith('/studio-assets/')) {
      response.setHeader('content-type', pathname.endsWith('.css') ? 'text/css' : 'text/javascript');
      response.end(await readFile(join(STUDIO, pathname)));
    } else if (pathname === '/api/v1/estimate') {
      sendJson(response, { estimate: null });
    } else if (pathname === '/health') {
      const { preparation: step } = this.script;
      const preview = step === undefined ? { status: 'ok' } : { status: 'degraded', step };
      sendJson(response, { status: preview.status, checks: { preview } });
    } else if (pathname === '/api/v1/projects') {
      sendJson(response, { projects: this.#list(), next_cursor: null });
    } else if (pathname === '/api/v1/templates') {
      sendJson(response, { templates: [] });
    } else if (pathname === '/api/v1/models') {
      sendJson(response, { chosen: null, found: [] });
    } else if (pathname === '/api/v1/presets') {
      sendJson(response, { presets: [] });
    } else if (pathname.endsWith('/qr.svg')) {
      response.setHeader('content-type', 'image/svg+xml').end(QR);
    } else {
      response.writeHead(404).end();
    }
  }

  #list(): object[] {
    return [...this.#projects.values()].map(({ state }) => ({
      project_id: state.projectId,
      app_name: state.run?.plan?.name ?? null,
      prompt: state.run?.prompt ?? '',
      status: state.run?.status === 'complete' ? 'ready' : 'initializing',
      created_at: state.run?.requestedAt ?? new Date(0).toISOString(),
    }));
  }
}

function sendJson(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
}
