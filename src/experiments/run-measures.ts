import type { RecordedEvent } from '../generation/events.js';
import { EMPTY_METER, metered, totalCostUsd } from '../generation/meter.js';
import type { RunMeasures } from './experiment-events.js';

/** The measures of a run, from its events in order. */
export function measureRun(events: readonly RecordedEvent[]): RunMeasures {
  const beganMs = Date.parse(events[0]?.at ?? '');
  const timeTo = (type: RecordedEvent['type']): number | null => {
    const at = events.find((event) => event.type === type)?.at;
    return at === undefined ? null : Date.parse(at) - beganMs;
  };
  return {
    time_to_preview_ms: timeTo('PreviewPublished'),
    time_to_complete_ms: timeTo('RunCompleted'),
    cost_usd: totalCostUsd(
      events.reduce((meter, event) => (isOfModel(event) ? metered(meter, event) : meter), EMPTY_METER),
    ),
    errors: events.filter(({ type }) => ERRORS.has(type)).length,
    repairs: events.filter((event) => event.type === 'ModelAnswered' && event.data.call.startsWith('repair:')).length,
  };
}

const ERRORS: ReadonlySet<string> = new Set<RecordedEvent['type']>([
  'StageFailed',
  'ModelCallFailed',
  'PreviewTroubled',
]);

function isOfModel(
  event: RecordedEvent,
): event is Extract<RecordedEvent, { type: 'ModelAnswered' | 'ModelCallFailed' }> {
  return event.type === 'ModelAnswered' || event.type === 'ModelCallFailed';
}
