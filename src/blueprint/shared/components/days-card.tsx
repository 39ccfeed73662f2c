import { dayFromToday, weekday } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { formatNumber } from "../lib/numbers";
import { fieldOf, useRecords } from "../lib/records";
import { useTextScale } from "../lib/theme";
import { say } from "../lib/words";
import { BarChart } from "./bar-chart";
import { CountedCard } from "./counted-card";
import { ShareBars } from "./share-bars";

/** A bar for each of the last seven days, or the next where records lie ahead: what adds up, else how many. */
export function DaysCard({ kind }: { kind: KindName }) {
  const isLarge = useTextScale() > 1.3;
  const records = useRecords(kind);
  const { fields, plural, order } = KINDS[kind];
  const date = fieldOf(kind, "date");
  const summed = fields.find(({ summary }) => summary === "sum");
  const isAhead = order === "nearest";
  const bars = [0, 1, 2, 3, 4, 5, 6].map((index) => {
    const day = dayFromToday(isAhead ? index : index - 6);
    const ofDay = records.filter((record) => date !== undefined && record[date.name] === day);
    const value = summed === undefined ? ofDay.length : ofDay.reduce((sum, record) => sum + Number(record[summed.name]), 0);
    return { key: day, label: weekday(day), value, text: formatNumber(Math.round(value)) };
  });
  return (
    <CountedCard kind={kind} heading={say(isAhead ? "nextDays" : "lastDays", { what: summed?.label ?? plural })}>
      {isLarge ? <ShareBars shares={bars.map(({ label, value, text }) => ({ label, count: value, text }))} /> : <BarChart bars={bars} />}
    </CountedCard>
  );
}
