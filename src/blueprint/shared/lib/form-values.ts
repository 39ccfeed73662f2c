import { dayFromToday, readDay, readTime, typedDay } from "./dates";
import { type Field } from "./kinds";
import { formatNumber, readNumber, typedNumber } from "./numbers";
import { type AnyRecord, type Value } from "./records";
import { say } from "./words";

/** What stands in the fields: figures and days as they are typed. */
export type Values = Record<string, Value>;

/** A field's content as it should be kept, or what is wrong with it. */
type Reading = { value: Value } | { problem: string };

export function valuesOf(fields: readonly Field[], record: AnyRecord): Values {
  return Object.fromEntries(fields.map((field) => [field.name, typed(field, record[field.name] ?? "", record.id === "")]));
}

function typed({ type, isRequired = false, daysAhead }: Field, value: Value, isNew: boolean): Value {
  if (type === "number" || type === "money") return value === 0 ? "" : typedNumber(Number(value));
  if (type !== "date") return value;
  const days = (isNew ? daysAhead : undefined) ?? (isRequired ? 0 : undefined);
  return typedDay(value === "" && days !== undefined ? dayFromToday(days) : String(value));
}

/** Reads every field; `problems` is empty where all can be kept. */
export function readValues(fields: readonly Field[], values: Values): { draft: Values; problems: Record<string, string> } {
  const draft: Values = {};
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const reading = read(field, values[field.name] ?? "");
    if ("value" in reading) draft[field.name] = reading.value;
    else problems[field.name] = reading.problem;
  }
  return { draft, problems };
}

function read(field: Field, value: Value): Reading {
  const { type, label, isRequired = false } = field;
  if (typeof value === "boolean") return { value };
  const text = typeof value === "object" ? value.map((one) => one.trim()).filter(Boolean) : String(value).trim();
  if (text.length === 0) {
    if (isRequired) return { problem: say("needed", { label, n: isPlural(label) ? 2 : 1 }) };
    return { value: type === "money" || type === "number" ? 0 : text };
  }
  if (typeof text === "object") return { value: text };
  if (type === "number" || type === "money") return readFigure(field, text);
  if (type === "date") return orProblem(readDay(text), say("notADay", { text, example: typedDay(dayFromToday(0)) }));
  if (type === "time") return orProblem(readTime(text), say("notATime", { text }));
  return { value: text };
}

/** `Points`, not `Address` or `Status`. */
function isPlural(label: string): boolean {
  return /[^sui]s$/i.test(label);
}

function readFigure({ unit, min = 0, max }: Field, text: string): Reading {
  const value = readNumber(text, unit);
  if (value === undefined) return { problem: say("notANumber", { text, example: formatNumber(1250.5) }) };
  if (value < min) return { problem: say("atLeast", { min: formatNumber(min) }) };
  if (max !== undefined && value > max) return { problem: say("atMost", { max: formatNumber(max) }) };
  return { value };
}

function orProblem(value: string | undefined, problem: string): Reading {
  return value === undefined ? { problem } : { value };
}
