import { LOCALE, say } from "./words";

/** The day that lies so many days after today, as YYYY-MM-DD. */
export function dayFromToday(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return isoDay(date);
}

/** The day that lies so many days after another. */
export function dayAfter(day: string, days: number): string {
  if (!isDay(day)) return day;
  const date = atNoon(day);
  date.setDate(date.getDate() + days);
  return isoDay(date);
}

/** How many days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / 86_400_000);
}

/** True for a day of the calendar written as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(atNoon(text).getTime()) && isoDay(atNoon(text)) === text;
}

/** A day as people type it: 2026-05-31, 2026/5/31, 31.5.2026, 31/05/26, or 5/31/2026 where only that can be meant. */
export function readDay(text: string): string | undefined {
  const typed = text.trim();
  if (isDay(typed)) return typed;
  // As 2026/05/31, 2026. 5. 31. and 2026年5月31日.
  const yearFirst = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/.exec(typed);
  if (yearFirst !== null) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const parts = /^(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{2}|\d{4})$/.exec(typed);
  if (parts === null) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  const [day, month] = second > 12 ? [second, first] : [first, second];
  return dayOf((parts[3] ?? "").padStart(4, "20"), month, day);
}

function dayOf(year = "", month: string | number = "", day: string | number = ""): string | undefined {
  const read = `${year}-${two(Number(month))}-${two(Number(day))}`;
  return isDay(read) ? read : undefined;
}

/** A time as people type it: 9:30, 09.30, 930, 9, 9 pm. */
export function readTime(text: string): string | undefined {
  const parts = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:([ap])\.?m\.?)?$/i.exec(text.trim());
  if (parts === null) return undefined;
  const half = parts[3]?.toLowerCase();
  const hour = (Number(parts[1]) % (half === undefined ? 100 : 12)) + (half === "p" ? 12 : 0);
  const minute = Number(parts[2] ?? 0);
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined;
}

/** "Today", "Yesterday", "Mon, 3 Feb", and the year where it is another. */
export function formatDay(day: string): string {
  if (!isDay(day)) return day;
  if (day === dayFromToday(0)) return say("today");
  if (day === dayFromToday(-1)) return say("yesterday");
  if (day === dayFromToday(1)) return say("tomorrow");
  const year = day.slice(0, 4) === dayFromToday(0).slice(0, 4) ? undefined : "numeric";
  return atNoon(day).toLocaleDateString(LOCALE, { weekday: "short", day: "numeric", month: "short", year });
}

/** As one types it, with the year: "31/05/2026". */
export function typedDay(day: string): string {
  return isDay(day) ? atNoon(day).toLocaleDateString(LOCALE, { day: "2-digit", month: "2-digit", year: "numeric" }) : day;
}

export function weekday(day: string): string {
  return atNoon(day).toLocaleDateString(LOCALE, { weekday: "short" });
}

/** "March 2026" for 2026-03. */
export function monthName(month: string): string {
  return atNoon(`${month}-01`).toLocaleDateString(LOCALE, { month: "long", year: "numeric" });
}

/** The weeks of a month (2026-03), Monday first, with the days around it that fill them. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const start = dayAfter(first, -((atNoon(first).getDay() + 6) % 7));
  const weeks = [0, 1, 2, 3, 4, 5].map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => dayAfter(start, 7 * week + day)));
  return weeks.filter((week) => week.some((day) => day.startsWith(month)));
}

/** The device's time as HH:MM. */
export function timeNow(): string {
  return timeOf(new Date());
}

export function timeOf(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00`);
}

function isoDay(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}
