import { dayAfter } from "./dates";

/** How many days in a row up to today; a day that is not over yet does not end it. */
export function streakOf(days: readonly string[], today: string): number {
  const ticked = new Set(days);
  let day = ticked.has(today) ? today : dayAfter(today, -1);
  let length = 0;
  for (; ticked.has(day); day = dayAfter(day, -1)) length += 1;
  return length;
}

export function longestStreak(days: readonly string[]): number {
  const ticked = new Set(days);
  return Math.max(0, ...[...ticked].filter((day) => !ticked.has(dayAfter(day, 1))).map((day) => streakOf(days, day)));
}
