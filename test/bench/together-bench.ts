import { ChangeSet } from '@codemirror/state';
import type { Page } from 'playwright-core';
import { createService, type Service } from '../../src/create-service.js';
import { GatewayClient } from '../integration/gateway-service.js';
import { ProjectViewer } from '../support/follow-project.js';
import { testKit } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { NO_REAL_MODELS } from '../support/no-real-models.js';
import type { Figure } from './figures.js';
import { medianAndP95 } from './figures.js';
import { visibleAt } from './visible.js';

const EDITORS = 20;
const KEYSTROKES = 300;
const EDITS = 30;
const REQUESTS = 20;
const FORKS = 6;
const PATH = 'app/settings.tsx';
const SCREEN = `import { Text } from 'react-native';

export default function Settings() {
  return <Text>Words</Text>;
}
`;
const PLACE = SCREEN.indexOf('Words') + 'Words'.length;
/** Longer than it takes until a text that is not typed in is a version of its file. */
const PAUSE_MS = 700;

/** Editing together and going back in time, in the whole service: real sockets, Postgres, Metro and Chromium. */
export async function benchTogether(dataDir: string): Promise<readonly Figure[]> {
  const env = { PORT: '0', PHONE_PORT: '0', DATA_DIR: dataDir, KIT_DIR: await testKit(), ...NO_REAL_MODELS };
  const service = await createService(env);
  try {
    const runSeq = await finishedRun(service, 'demo');
    await asked(service, 'PUT', `files/${PATH}`, { headers: { 'if-match': '*' }, body: SCREEN });
    return [...(await benchEditing(service)), ...(await benchPast(service, runSeq))];
  } finally {
    await service.close();
  }
}

async function benchEditing(service: Service): Promise<readonly Figure[]> {
  const url = `${service.url.replace('http', 'ws')}/api/v1/ws/generate/demo?after=0`;
  const editors = Array.from({ length: EDITORS }, () => new GatewayClient(url));
  const browser = await launchChromium();
  try {
    for (const editor of editors) await opened(editor);
    const text = new SharedText(editors);
    const keystrokesMs: number[] = [];
    for (let n = 0; n < KEYSTROKES; n++) keystrokesMs.push(...(await text.type('x', n % EDITORS)));
    const page = await browser.newPage();
    await page.goto(`http://demo.localhost:${service.port}/settings`);
    await visibleAt(page, 'xx');
    const editsMs: number[] = [];
    for (let n = 0; n < EDITS; n++) editsMs.push(await editMs(page, text, n));
    return [
      { what: `keystroke → other editor, ${EDITORS} editors on one file`, value: medianAndP95(keystrokesMs) },
      { what: 'keystroke → visible in the preview', value: medianAndP95(editsMs) },
    ];
  } finally {
    await browser.close();
    for (const { socket } of editors) socket.terminate();
  }
}

/** The file as all the editors have it. */
class SharedText {
  #length = SCREEN.length;
  #version: number;

  constructor(private readonly editors: readonly GatewayClient[]) {
    this.#version = Number(editors[0]?.ofType('file_text')[0]?.data['version']);
  }

  /** Resolves when every editor has heard of it, with how long each took. */
  async type(insert: string, who: number): Promise<readonly number[]> {
    const began = performance.now();
    const heard = this.editors.map((editor) => hears(editor, this.#version).then(() => performance.now() - began));
    const changes = ChangeSet.of({ from: PLACE, insert }, this.#length).toJSON() as unknown;
    const updates = [{ client_id: `c${this.#version}`, changes }];
    this.editors[who]?.send({ action: 'edit', path: PATH, version: this.#version, updates });
    const waitsMs = await Promise.all(heard);
    this.#length += insert.length;
    this.#version += 1;
    return waitsMs;
  }
}

/** From the keystroke to the frame that shows it. */
async function editMs(page: Page, text: SharedText, n: number): Promise<number> {
  const word = ` edit${n}`;
  const seen = visibleAt(page, `Words${word}`);
  const began = Date.now();
  await text.type(word, n % EDITORS);
  const shownMs = (await seen) - began;
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  return shownMs;
}

async function benchPast(service: Service, runSeq: number): Promise<readonly Figure[]> {
  const body = SCREEN.replace('Words', 'Other words');
  const put = await asked(service, 'PUT', `files/${PATH}`, { headers: { 'if-match': '*' }, body });
  const { seq: editedSeq } = JSON.parse(put.toString()) as { seq: number };
  const [restoresMs, zipsMs, forksMs]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n < REQUESTS; n++) {
    const to_seq = n % 2 === 0 ? runSeq : editedSeq;
    restoresMs.push(await timed(() => asked(service, 'POST', 'restore', json({ to_seq }))));
    zipsMs.push(await timed(() => asked(service, 'GET', `download?at=${to_seq}`)));
  }
  for (let n = 0; n < FORKS; n++) {
    const project_id = `fork-${n}`;
    forksMs.push(await timed(() => asked(service, 'POST', 'fork', json({ at_seq: runSeq, project_id }))));
    const viewer = await ProjectViewer.open(service.url, project_id);
    await viewer.end();
    await viewer.close();
  }
  return [
    { what: 'restore', value: medianAndP95(restoresMs) },
    { what: 'fork', value: medianAndP95(forksMs) },
    { what: 'ZIP, at two moments in turns', value: medianAndP95(zipsMs) },
  ];
}

/** Resolves with the seq of its end. */
async function finishedRun(service: Service, projectId: string): Promise<number> {
  const viewer = await ProjectViewer.open(service.url, projectId);
  viewer.start('Create a fitness tracking app');
  const { type, seq = 0 } = await viewer.end();
  await viewer.close();
  if (type !== 'complete') throw new Error(`The run ended with ${type}.`);
  return seq;
}

/** The answer's body. */
async function asked(service: Service, method: string, path: string, init: RequestInit = {}): Promise<Buffer> {
  const answer = await fetch(`${service.url}/api/v1/projects/demo/${path}`, { method, ...init });
  const body = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${body.toString()}`);
  return body;
}

function json(body: object): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function opened(editor: GatewayClient): Promise<void> {
  await editor.opened;
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
