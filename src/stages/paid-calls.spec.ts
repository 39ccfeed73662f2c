import { describe, expect, it } from '@jest/globals';
import { ModelError } from '../effects/language-model/language-model.port.js';
import type { Budgets } from './budgets.js';
import { PaidCalls } from './paid-calls.js';
import type { FailedCall, PaidAnswer, StageContext } from './stage-task.js';

const ANSWER: PaidAnswer = {
  text: 'Well.',
  model: 'm',
  usage: { input_tokens: 1, output_tokens: 1 },
  costUsd: null,
};
const calls = new PaidCalls({
  reservation: () => ({ make: () => Promise.resolve(), release: () => undefined }),
} as unknown as Budgets);

/** The codes of the requests that failed, and whether the last one brought the answer. */
async function played(failures: readonly ModelError[]): Promise<{ failed: readonly string[]; isAnswered: boolean }> {
  const failed: string[] = [];
  const context = {
    projectId: 'p',
    signal: new AbortController().signal,
    run: () => ({ run: 1 }),
    journal: {
      once: async (_: unknown, ask: () => Promise<PaidAnswer>) => (await ask()).text,
      failed: (_: unknown, { code }: FailedCall) => Promise.resolve(void failed.push(code)),
    },
  } as unknown as StageContext;
  let request = 0;
  const send = (): Promise<PaidAnswer> => {
    const failure = failures[request++];
    return failure ? Promise.reject(failure) : Promise.resolve(ANSWER);
  };
  const isAnswered = await calls
    .make(context, { call: 'plan', model: 'm', prompt: 'p', mostUsd: () => null, send })
    .then(() => true)
    .catch(() => false);
  return { failed, isAnswered };
}

const failure = (code: string) => new ModelError(code, { kind: 'transient', code, retryAfterMs: 0 });
const times = (count: number, code: string) => Array.from({ length: count }, () => failure(code));

describe('a call to a model', () => {
  it('is made three times at most', async () => {
    expect(await played(times(2, 'model_unavailable'))).toMatchObject({ isAnswered: true });
    expect(await played(times(3, 'model_unavailable'))).toEqual({
      isAnswered: false,
      failed: ['model_unavailable', 'model_unavailable', 'model_unavailable'],
    });
  });

  it('is not spent by what a server refuses of it, though each request is in the journal', async () => {
    const { isAnswered, failed } = await played([...times(6, 'model_parameter'), ...times(2, 'model_unavailable')]);
    expect([isAnswered, failed.length]).toEqual([true, 8]);
  });

  it('ends where a server refuses whatever it is asked', async () => {
    const { isAnswered, failed } = await played(times(50, 'model_parameter'));
    expect([isAnswered, failed.length]).toEqual([false, 11]);
  });
});
