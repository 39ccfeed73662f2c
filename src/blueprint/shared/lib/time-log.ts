import { dayFromToday, timeNow } from "./dates";
import { type KindName, KINDS } from "./kinds";
import { addNew } from "./records";

/** Where measured time is kept: the fields of a kind of record. */
export interface TimeLog {
  kind: KindName;
  title: string;
  minutes?: string;
  date?: string;
  time?: string;
  choice?: string;
}

/** Keeps what was measured; without a title of its own it is called as its kind. */
export function keepTime(log: TimeLog, ms: number, title = KINDS[log.kind].label, choice?: string): void {
  const fields = {
    [log.title]: title,
    ...(log.minutes !== undefined && { [log.minutes]: Math.max(1, Math.round(ms / 60_000)) }),
    ...(log.date !== undefined && { [log.date]: dayFromToday(0) }),
    ...(log.time !== undefined && { [log.time]: timeNow() }),
    ...(log.choice !== undefined && choice !== undefined && { [log.choice]: choice }),
  };
  addNew(log.kind, fields);
}
