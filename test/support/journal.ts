import type { RunningService } from './service.js';

/** The result of each model request in the log of a project: `answered`, or the code of its failure. */
export async function callsOf(service: RunningService, id: string): Promise<readonly string[]> {
  const answer = await fetch(`${service.url}/api/v1/projects/${id}/events?limit=1000`);
  const { events } = (await answer.json()) as { events: { type: string; data: { code?: string } }[] };
  return events.flatMap(({ type, data }) =>
    type === 'ModelAnswered' ? ['answered'] : type === 'ModelCallFailed' ? [data.code ?? ''] : [],
  );
}
