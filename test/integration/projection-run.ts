import type { NewEvent } from '../../src/event-store/event-store.port.js';
import type { GenerationEvent } from '../../src/generation/events.js';
import type { AppPlan } from '../../src/generation/plan.js';

const CALL = { stage: 'analyzing', call: 'plan', model: 'gpt', prompt_sha256: 'a', cost_usd: 0.5 } as const;
const PLAN = { name: 'Plants', screens: [], entities: [], notes: [] } as unknown as AppPlan;
const URLS = { web: 'http://demo.localhost:8000' };

/** A run's facts, from the request to its end, two files and one that was deleted among them. */
export function completeRun(run = 1, prompt = 'a plant watering app'): readonly NewEvent[] {
  return facts(run, [
    { type: 'RunRequested', data: { prompt, user_id: 'ann' } },
    { type: 'StageStarted', data: { stage: 'analyzing' } },
    { type: 'ModelCallFailed', data: { ...CALL, code: 'model_overloaded', reason: 'Busy.' } },
    { type: 'StageSucceeded', data: { stage: 'analyzing', output: { plan: PLAN } } },
    {
      type: 'FileWritten',
      data: { path: 'app/index.tsx', sha256: `${run}`.repeat(64), bytes: 10, author: 'blueprint' },
    },
    { type: 'FileWritten', data: { path: 'app/old.tsx', sha256: 'b'.repeat(64), bytes: 20, author: 'blueprint' } },
    { type: 'FileDeleted', data: { path: 'app/old.tsx', base_sha256: 'b'.repeat(64) } },
    { type: 'ScreenAdded', data: { screen: 'Plants', path: 'app/index.tsx' } },
    { type: 'PreviewPublished', data: { urls: URLS } },
    { type: 'RunCompleted', data: { app_name: 'Plants', cost_usd: 0.5 } },
  ]);
}

/** A run that failed in its first stage, and may be retried. */
export function failedRun(): readonly NewEvent[] {
  const data = { stage: 'analyzing', code: 'boom', reason: 'It broke.', retryable: true } as const;
  return facts(1, [
    { type: 'RunRequested', data: { prompt: 'an app that fails at once' } },
    { type: 'StageStarted', data: { stage: 'analyzing' } },
    { type: 'StageFailed', data },
    { type: 'RunFailed', data },
  ]);
}

export function presence(type: 'ViewerConnected' | 'ViewerDisconnected', projectId: string): NewEvent {
  return { type, data: { project_id: projectId }, run: 0, actor: 'instance:test' };
}

function facts(run: number, events: readonly GenerationEvent[]): readonly NewEvent[] {
  return events.map(({ type, data }) => ({ type, data, run, actor: 'test' }));
}
