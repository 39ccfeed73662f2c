import { dayFromToday, formatDay } from "./dates";
import { type Field, type FieldType, type KindName, KINDS } from "./kinds";
import { formatMoney, formatNumber } from "./numbers";
import { BLANK } from "./model";
import { addRecord, readData, useData } from "./store";
import { say } from "./words";

export type Value = string | number | boolean | readonly string[];

/** A record of any kind. */
export interface AnyRecord {
  readonly id: string;
  readonly [field: string]: Value | undefined;
}

export interface Summary {
  title: string;
  subtitle: string;
  /** The figure at the end of the row; may be empty. */
  value: string;
}

export function recordsOf(kind: KindName): AnyRecord[] {
  return readData()[kind] as unknown as AnyRecord[];
}

/** The records as they are now; also read anew when a record of another kind changes, since links show its name. */
export function useRecords(kind: KindName): AnyRecord[] {
  return useData()[kind] as unknown as AnyRecord[];
}

export function fieldOf(kind: KindName, ...types: FieldType[]): Field | undefined {
  return KINDS[kind].fields.find(({ type, name }) => types.includes(type) && name !== KINDS[kind].title);
}

export function titleOf(kind: KindName, record: AnyRecord): string {
  return String(record[KINDS[kind].title] ?? "");
}

/** Adds a record that has these values and is else as the blank of its kind; returns its id. */
export function addNew(kind: KindName, values: Readonly<Record<string, Value>>): string {
  return addRecord(kind, { ...BLANK[kind], ...values } as never);
}

/** Today, for the first date of a kind. */
export function ofToday(kind: KindName): Record<string, string> {
  const date = KINDS[kind].fields.find(({ type }) => type === "date")?.name;
  return date === undefined ? {} : { [date]: dayFromToday(0) };
}

/** What a list holds. */
export function textsOf(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** The names of the records that a link leads to. */
export function linkedTitles(field: Field, value: Value | undefined): string[] {
  const { to } = field;
  if (to === undefined || value === undefined) return [];
  const ids = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  return recordsOf(to).flatMap((record) => (ids.includes(record.id) ? [titleOf(to, record)] : []));
}

export function valueText(field: Field, value: Value | undefined): string {
  switch (field.type) {
    case "money":
      return formatMoney(Number(value ?? 0));
    case "number":
      return field.isYear ? String(value ?? "") : formatNumber(Number(value ?? 0), field.unit);
    case "date":
      return formatDay(String(value ?? ""));
    case "boolean":
      return value === true ? say("yes") : say("no");
    case "list":
      return textsOf(value).join(", ");
    case "link":
    case "links":
      return linkedTitles(field, value).join(", ");
    default:
      return String(value ?? "");
  }
}

/** The number or sum of money that says most about a record. */
function figureField(kind: KindName): Field | undefined {
  const { fields } = KINDS[kind];
  return (
    fields.find(({ type }) => type === "money") ??
    fields.find(({ type, summary, unit, isYear }) => type === "number" && (summary ?? unit ?? isYear) !== undefined)
  );
}

/** A record in one row: what names it, what places it, its figure. */
export function summaryOf(kind: KindName, record: AnyRecord): Summary {
  const text = fieldOf(kind, "date") === undefined && KINDS[kind].isAsked !== true ? fieldOf(kind, "text") : undefined;
  const parts = [text, fieldOf(kind, "link"), fieldOf(kind, "choice"), fieldOf(kind, "date"), fieldOf(kind, "time")];
  const flag = KINDS[kind].fields.find(({ type, name }) => type === "boolean" && name !== "done" && name !== "favourite");
  const words = parts.flatMap((field) => (field === undefined ? [] : [valueText(field, record[field.name])]));
  const figure = figureField(kind);
  const amount = figure === undefined ? undefined : record[figure.name];
  return {
    title: titleOf(kind, record),
    subtitle: [...words, flag !== undefined && record[flag.name] === true ? flag.label : ""].filter(Boolean).join(" · "),
    value: figure === undefined || (amount === 0 && figure.isRequired !== true) ? "" : valueText(figure, amount),
  };
}

/** The records in the order of their kind; what is done comes last, as does what is past among things to come. */
export function inOrder(kind: KindName, records: readonly AnyRecord[]): AnyRecord[] {
  const { order, fields } = KINDS[kind];
  const date = fields.find(({ type }) => type === "date")?.name ?? "";
  const time = fields.find(({ type }) => type === "time")?.name ?? "";
  const number = fields.find(({ type }) => type === "number" || type === "money")?.name ?? "";
  const today = dayFromToday(0);
  const moment = (record: AnyRecord) => `${String(record[date] ?? "")} ${String(record[time] ?? "")}`;
  const isPast = (record: AnyRecord) => Number(moment(record) < today);
  return [...records].sort((a, b) => {
    if (a.done !== b.done) return Number(a.done) - Number(b.done);
    if (order === "highest") return Number(b[number]) - Number(a[number]);
    if (order === "newest") return moment(b).localeCompare(moment(a));
    if (order !== "nearest") return 0;
    return isPast(a) - isPast(b) || (isPast(a) ? moment(b).localeCompare(moment(a)) : moment(a).localeCompare(moment(b)));
  });
}

/** What each of some records is called where one of them is chosen; no two alike (`Untitled`, `Untitled 2`). */
export function namesOf(kind: KindName, records: readonly AnyRecord[]): string[] {
  const taken = new Set<string>();
  for (const record of records) {
    const title = titleOf(kind, record);
    let name = title;
    for (let n = 2; taken.has(name); n++) name = `${title} ${n}`;
    taken.add(name);
  }
  return [...taken];
}

/** Whether all words are somewhere in the record. */
export function isFound(kind: KindName, record: AnyRecord, search: string): boolean {
  const text = KINDS[kind].fields
    .filter(({ type }) => type !== "boolean")
    .map((field) => valueText(field, record[field.name]))
    .join(" ")
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Records of one kind that a field links to a record of another. */
export interface Belonging {
  kind: KindName;
  field: Field;
  records: AnyRecord[];
}

/** What belongs to a record: everything that links to it, one group a link. */
export function belongingTo(kind: KindName, id: string): Belonging[] {
  return (Object.keys(KINDS) as KindName[]).flatMap((other) =>
    KINDS[other].fields
      .filter(({ to }) => to === kind)
      .map((field) => ({
        kind: other,
        field,
        records: inOrder(
          other,
          recordsOf(other).filter((record) => isLinked(record[field.name], id)),
        ),
      })),
  );
}

function isLinked(value: Value | undefined, id: string): boolean {
  return Array.isArray(value) ? value.includes(id) : value === id;
}
