import { dayFromToday, weekday } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { fieldOf, useRecords, valueText } from "../lib/records";
import { say } from "../lib/words";
import { BarChart } from "./bar-chart";
import { Card } from "./card";

/** A bar for each of the last seven days, or the next where records lie ahead: what adds up, else how many. */
export function DaysCard({ kind }: { kind: KindName }) {
  const records = useRecords(kind);
  const { fields, plural, order } = KINDS[kind];
  const date = fieldOf(kind, "date");
  const summed = fields.find(({ summary }) => summary === "sum");
  const isAhead = order === "nearest";
  const bars = [0, 1, 2, 3, 4, 5, 6].map((index) => {
    const day = dayFromToday(isAhead ? index : index - 6);
    const ofDay = records.filter((record) => date !== undefined && record[date.name] === day);
    const value = summed === undefined ? ofDay.length : ofDay.reduce((sum, record) => sum + Number(record[summed.name]), 0);
    const text = summed === undefined ? String(value) : valueText({ ...summed, unit: undefined }, Math.round(value));
    return { key: day, label: weekday(day), value, text };
  });
  return (
    <Card heading={say(isAhead ? "nextDays" : "lastDays", { what: summed?.label ?? plural })}>
      <BarChart bars={bars} />
    </Card>
  );
}
