import type { WaterfallBody } from '../../contract/admin/waterfall.js';

/** A bar of the waterfall; `from` and `to` are shares of the whole time, 0 to 1. */
export interface Bar {
  readonly id: string;
  readonly kind: 'stage' | 'call';
  /** A stage or, of a call, what it asked for. */
  readonly name: string;
  readonly attempt: number;
  readonly state: 'running' | 'succeeded' | 'failed' | 'stopped';
  readonly from: number;
  readonly to: number;
  /** Null where it is not recorded. */
  readonly ms: number | null;
}

interface Waterfall {
  readonly bars: readonly Bar[];
  /** Of the whole picture. */
  readonly ms: number;
}

type Timed = Omit<Bar, 'from' | 'to'> & { readonly beganMs: number; readonly endedMs: number };

/** Stages and calls on one scale of time, by their beginning. @param nowMs where what is under way has come to */
export function waterfallOf({ run, stages, calls, events }: WaterfallBody, nowMs: number): Waterfall {
  const zero = Date.parse(run.started_at);
  const last = Math.max(zero, ...events.map(({ at }) => Date.parse(at)));
  const end = run.status === 'active' ? Math.max(nowMs, last) : last;
  const timed = [...stages.map((span) => stageBar(span, end)), ...calls.map(callBar)].toSorted(
    (one, other) => one.beganMs - other.beganMs || one.endedMs - other.endedMs,
  );
  const ms = Math.max(1, ...timed.map(({ endedMs }) => endedMs - zero));
  const share = (at: number): number => Math.min(1, Math.max(0, (at - zero) / ms));
  return {
    bars: timed.map(({ beganMs, endedMs, ...bar }) => ({ ...bar, from: share(beganMs), to: share(endedMs) })),
    ms,
  };
}

function stageBar(span: WaterfallBody['stages'][number], end: number): Timed {
  const beganMs = Date.parse(span.began_at);
  const endedMs = span.ended_at === null ? end : Date.parse(span.ended_at);
  return {
    id: `${span.stage} ${span.attempt}`,
    kind: 'stage',
    name: span.stage,
    attempt: span.attempt,
    state: span.outcome,
    ms: endedMs - beganMs,
    beganMs,
    endedMs,
  };
}

/** What is recorded is its end. */
function callBar({ seq, call, at, duration_ms, error }: WaterfallBody['calls'][number]): Timed {
  const endedMs = Date.parse(at);
  return {
    id: `call ${seq}`,
    kind: 'call',
    name: call,
    attempt: 1,
    state: error ? 'failed' : 'succeeded',
    ms: duration_ms,
    beganMs: endedMs - (duration_ms ?? 0),
    endedMs,
  };
}
