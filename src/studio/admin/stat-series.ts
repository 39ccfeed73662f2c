import type { Stats } from '../../contract/admin/stats.js';

interface DaySeries {
  /** Seconds since 1970 of each day in UTC, as charts want it. */
  readonly days: number[];
  readonly cost: number[];
  /** Seconds; null: no preview that day. */
  readonly p50: (number | null)[];
  readonly p95: (number | null)[];
}

/** One value a day without gaps: a day without runs cost nothing, and had no first light. */
export function daySeries({ days: told }: Pick<Stats, 'days'>): DaySeries {
  const known = new Map(told.map((day) => [day.day, day]));
  const days = allDays(told.map(({ day }) => day));
  const of = days.map((day) => known.get(day));
  return {
    days: days.map((day) => Date.parse(day) / 1000),
    cost: of.map((day) => day?.cost_usd ?? 0),
    p50: of.map((day) => seconds(day?.first_light_ms.p50)),
    p95: of.map((day) => seconds(day?.first_light_ms.p95)),
  };
}

function seconds(ms: number | null | undefined): number | null {
  return ms === null || ms === undefined ? null : ms / 1000;
}

/** From the first to the last. @param days ISO dates, in order */
function allDays(days: readonly string[]): readonly string[] {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(first) + index * DAY_MS).toISOString().slice(0, 10),
  );
}

const DAY_MS = 86_400_000;
