import { dayAfter, dayFromToday, formatDay } from "./dates";
import { type KindName, KINDS } from "./kinds";
import { type AnyRecord, fieldOf, inOrder, recordsOf, summaryOf, titleOf, valueText } from "./records";
import { say } from "./words";

/** The next useful thing: what is due, what comes next, what is open, how the month stands, or what came last. */
export interface NextUp {
  overline: string;
  title: string;
  detail: string;
  kind: KindName;
  /** The record it is about. */
  id?: string;
}

export function nextUp(kinds: readonly KindName[]): NextUp | undefined {
  for (const find of [due, upcoming, open, thisMonth, latest]) {
    for (const kind of kinds) {
      const found = find(kind, inOrder(kind, recordsOf(kind)));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** When a thing is due that comes round every so many days. */
export function dueDay(kind: KindName, record: AnyRecord): string | undefined {
  const date = fieldOf(kind, "date");
  const every = KINDS[kind].fields.find(({ type, name }) => type === "number" && name === "everyDays");
  if (date === undefined || every === undefined) return undefined;
  return dayAfter(String(record[date.name]), Number(record[every.name]));
}

function about(kind: KindName, overline: string, record: AnyRecord, detail = summaryOf(kind, record).subtitle): NextUp {
  return { overline, title: titleOf(kind, record), detail, kind, id: record.id };
}

function due(kind: KindName, records: AnyRecord[]): NextUp | undefined {
  const byDay = records.flatMap((record) => {
    const day = dueDay(kind, record);
    return day === undefined ? [] : [{ day, record }];
  });
  const [first] = byDay.sort((a, b) => a.day.localeCompare(b.day));
  return first && about(kind, say("dueNext"), first.record, formatDay(first.day));
}

function upcoming(kind: KindName, records: AnyRecord[]): NextUp | undefined {
  const date = fieldOf(kind, "date");
  if (date === undefined || KINDS[kind].order !== "nearest") return undefined;
  const next = records.find((record) => String(record[date.name]) >= dayFromToday(0) && record.done !== true);
  return next && about(kind, say("next"), next);
}

function open(kind: KindName, records: AnyRecord[]): NextUp | undefined {
  const undone = records.filter(({ done }) => done === false);
  return undone[0] && about(kind, say("openCount", { n: undone.length }), undone[0]);
}

function thisMonth(kind: KindName, records: AnyRecord[]): NextUp | undefined {
  const date = fieldOf(kind, "date");
  const summed = KINDS[kind].fields.find(({ summary }) => summary === "sum");
  if (date === undefined || summed === undefined) return undefined;
  const ofMonth = records.filter((record) => String(record[date.name]).startsWith(dayFromToday(0).slice(0, 7)));
  if (ofMonth.length === 0) return undefined;
  const total = ofMonth.reduce((sum, record) => sum + Number(record[summed.name]), 0);
  const detail = KINDS[kind].plural + " · " + say("entries", { n: ofMonth.length });
  return { overline: say("thisMonth"), title: valueText(summed, total), detail, kind };
}

function latest(kind: KindName, records: AnyRecord[]): NextUp | undefined {
  return records[0] && about(kind, say("latest") + " · " + KINDS[kind].label, records[0]);
}
