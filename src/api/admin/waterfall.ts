import type { StoredEvent } from '../../event-store/event-store.port.js';
import type { RecordedEvent } from '../../generation/events.js';
import type { WaterfallBody } from '../../contract/admin/waterfall.js';

/** An event of a project's stream, with who caused it. */
type ActedEvent = RecordedEvent & Pick<StoredEvent, 'actor'>;

/** A run by the clock of its log. */
export type Waterfall = Pick<WaterfallBody, 'stages' | 'files' | 'events'> & {
  /** Without their prompts and answers. */
  readonly calls: readonly (Omit<WaterfallBody['calls'][number], 'prompt' | 'answer'> & {
    readonly promptSha256: string;
    readonly answerSha256: string | null;
  })[];
};

type Span = Waterfall['stages'][number];
type Call = Waterfall['calls'][number];
type File = Waterfall['files'][number];

/** A run by the clock of its log. @param events of the run alone, in order */
export function waterfallOf(events: readonly ActedEvent[]): Waterfall {
  const beganMs = Date.parse(events[0]?.at ?? '');
  return {
    stages: events.reduce<readonly Span[]>(spansAfter, []).map((span) => ({ ...span })),
    calls: events.flatMap((event) => callOf(event) ?? []),
    files: events.flatMap((event) => fileOf(event) ?? []),
    events: events.map(({ seq, at, type, actor, data }) => {
      return { seq, at, ms: Date.parse(at) - beganMs, type, actor, data: { ...data } };
    }),
  };
}

function spansAfter(spans: readonly Span[], event: ActedEvent): readonly Span[] {
  const { at } = event;
  switch (event.type) {
    case 'StageStarted': {
      const { stage } = event.data;
      const attempt = spans.filter((span) => span.stage === stage).length + 1;
      return [...spans, { stage, attempt, began_at: at, ended_at: null, outcome: 'running', reason: null }];
    }
    case 'StageSucceeded':
      return ended(spans, { at, outcome: 'succeeded', reason: null }, ({ stage }) => stage === event.data.stage);
    case 'StageFailed': {
      const { stage: failed, reason } = event.data;
      return ended(spans, { at, outcome: 'failed', reason }, ({ stage }) => stage === failed);
    }
    case 'RunFailed':
    case 'RunCancelled':
      return ended(spans, { at, outcome: 'stopped', reason: null }, () => true);
    default:
      return spans;
  }
}

/** Ends the running spans that `isMeant` selects. */
function ended(
  spans: readonly Span[],
  { at, outcome, reason }: Pick<Span, 'outcome' | 'reason'> & { readonly at: string },
  isMeant: (span: Span) => boolean,
): readonly Span[] {
  return spans.map((span) =>
    span.ended_at === null && isMeant(span) ? { ...span, ended_at: at, outcome, reason } : span,
  );
}

function callOf(event: ActedEvent): Call | undefined {
  if (event.type !== 'ModelAnswered' && event.type !== 'ModelCallFailed') return undefined;
  const { seq, at } = event;
  const { stage, call, model, prompt_sha256: promptSha256, cost_usd } = event.data;
  const asked = { seq, at, stage, call, model, cost_usd, promptSha256 };
  if (event.type === 'ModelCallFailed') {
    const { code, reason } = event.data;
    const nothing = { duration_ms: null, input_tokens: null, output_tokens: null, note: null, answerSha256: null };
    return { ...asked, ...nothing, error: { code, reason } };
  }
  const { usage, answer_sha256: answerSha256, duration_ms = null, note = null } = event.data;
  const { input_tokens, output_tokens } = usage;
  return { ...asked, duration_ms, input_tokens, output_tokens, error: null, answerSha256, note };
}

function fileOf(event: ActedEvent): File | undefined {
  const { seq, at } = event;
  switch (event.type) {
    case 'FileWritten': {
      const { path, sha256, bytes, author } = event.data;
      return { seq, at, op: 'written', path, sha256, bytes, author };
    }
    case 'AssetAdded': {
      const { path, sha256, bytes, origin } = event.data;
      return { seq, at, op: 'asset', path, sha256, bytes, author: origin };
    }
    case 'FileDeleted': {
      const { path, author = null } = event.data;
      return { seq, at, op: 'deleted', path, sha256: null, bytes: null, author };
    }
    default:
      return undefined;
  }
}
