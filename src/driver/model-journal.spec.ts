import { beforeEach, describe, expect, it } from '@jest/globals';
import { handle } from '../commands/handle.js';
import { recorded } from '../commands/read-project.js';
import { MemoryBlobStore } from '../event-store/memory-blob-store.js';
import { MemoryEventStore } from '../event-store/memory-event-store.js';
import type { PaidAnswer } from '../stages/stage-task.js';
import { ModelJournal } from './model-journal.js';
import { ProjectSession } from './project-session.js';

const QUESTION = { call: 'screen:Home', model: 'gpt', prompt: 'Write it.' };
const ANSWER: PaidAnswer = {
  text: 'Here.',
  model: 'gpt-2026',
  usage: { input_tokens: 9, output_tokens: 3 },
  costUsd: 0.5,
};

let store: MemoryEventStore;
let blobs: MemoryBlobStore;
let asked: number;

beforeEach(async () => {
  store = new MemoryEventStore();
  blobs = new MemoryBlobStore();
  asked = 0;
  await handle(store, 'demo', { type: 'StartRun', prompt: 'Create a fitness app' }, 'test');
});

const ask = (): Promise<PaidAnswer> => {
  asked += 1;
  return Promise.resolve(ANSWER);
};

/** As a driver has it that attaches now. */
async function journal(): Promise<ModelJournal> {
  const session = await ProjectSession.open(store, 'demo');
  await session.submit({ type: 'AttachDriver' });
  return new ModelJournal(session, blobs, 'generating_screens', { epoch: session.state.epoch, run: 1 });
}

const log = async () => recorded(await store.read('demo'));

describe('the journal of a stage', () => {
  it('has the answer in the log before anyone uses it', async () => {
    expect(await (await journal()).once(QUESTION, ask)).toBe('Here.');
    const event = (await log()).at(-1);
    expect(event).toMatchObject({
      type: 'ModelAnswered',
      run: 1,
      data: { stage: 'generating_screens', call: 'screen:Home', model: 'gpt-2026', usage: ANSWER.usage, cost_usd: 0.5 },
    });
    const sha256 = event?.type === 'ModelAnswered' ? event.data.answer_sha256 : '';
    expect(String((await blobs.get([sha256]))[0])).toBe('Here.');
  });

  it('keeps what was asked, and how long the answer took', async () => {
    await (await journal()).once(QUESTION, ask);
    const event = (await log()).at(-1);
    const data = event?.type === 'ModelAnswered' ? event.data : undefined;
    expect(String((await blobs.get([data?.prompt_sha256 ?? '']))[0])).toBe('Write it.');
    expect(data?.duration_ms).toBeGreaterThanOrEqual(0);
  });

  it('gives the next driver the same answer without asking', async () => {
    await (await journal()).once(QUESTION, ask);
    expect(await (await journal()).once(QUESTION, ask)).toBe('Here.');
    expect(asked).toBe(1);
  });

  it.each([
    ['another prompt', { ...QUESTION, prompt: 'Write it well.' }],
    ['another call', { ...QUESTION, call: 'screen:List' }],
  ])('asks for %s', async (_, question) => {
    const pages = await journal();
    await pages.once(QUESTION, ask);
    await pages.once(question, ask);
    expect(asked).toBe(2);
  });

  it('keeps nothing of a question that failed but the failure', async () => {
    const pages = await journal();
    await pages.failed(QUESTION, { code: 'model_stalled', reason: 'silence', costUsd: null });
    await pages.once(QUESTION, ask);
    expect(asked).toBe(1);
    expect((await log()).slice(-2).map(({ type }) => type)).toEqual(['ModelCallFailed', 'ModelAnswered']);
  });

  it('knows a call that was answered to other words as spent, whoever drives', async () => {
    expect((await journal()).isSpent(QUESTION)).toBe(false);
    await (await journal()).once(QUESTION, ask);
    const next = await journal();
    expect(next.isSpent(QUESTION)).toBe(false);
    expect(next.isSpent({ ...QUESTION, prompt: 'Write it well.' })).toBe(true);
    expect(next.isSpent({ ...QUESTION, call: 'screen:Home screen', prompt: 'Write it well.' })).toBe(false);
  });

  it('keeps what an older driver was answered: it is paid for', async () => {
    const old = await journal();
    await journal();
    await old.once(QUESTION, ask);
    expect(await (await journal()).once(QUESTION, ask)).toBe('Here.');
    expect(asked).toBe(1);
  });
});
