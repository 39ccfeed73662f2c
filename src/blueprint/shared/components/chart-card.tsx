import { type ReactNode, useState } from "react";

import { monthName } from "../lib/dates";
import { type Field, type KindName, KINDS } from "../lib/kinds";
import { type AnyRecord, linkedTitles, useRecords, type Value, valueText } from "../lib/records";
import { say } from "../lib/words";
import { ChipRow } from "./chip-row";
import { CountedCard } from "./counted-card";
import { ShareBars } from "./share-bars";

/** Choose the records, what to group them by, and what to count or add up. */
export function ChartCard({ kinds }: { kinds: readonly KindName[] }) {
  const names = kinds.map((kind) => KINDS[kind].plural);
  const [plural, setPlural] = useState(names[0] ?? "");
  const kind = kinds[names.indexOf(plural)] ?? kinds[0];
  return kind === undefined ? null : (
    <Chart key={kind} kind={kind}>
      {names.length > 1 && <ChipRow label={say("contents")} choices={names} chosen={plural} onChoose={setPlural} />}
    </Chart>
  );
}

function Chart({ kind, children }: { kind: KindName; children: ReactNode }) {
  const records = useRecords(kind);
  const { fields, plural } = KINDS[kind];
  const ways = fields.filter(({ type }) => ["choice", "link", "links", "boolean", "date"].includes(type));
  const figures = fields.filter(({ summary }) => summary !== undefined);
  const measures = [plural, ...figures.map(({ label }) => label)];
  const [wayName, setWayName] = useState(ways[0]?.label ?? "");
  const [measure, setMeasure] = useState(plural);
  const way = ways.find(({ label }) => label === wayName);
  const figure = figures.find(({ label }) => label === measure);
  if (way === undefined) return null;
  const groups = new Map<string, AnyRecord[]>((way.choices ?? []).map((choice) => [choice, []]));
  for (const record of records) for (const group of groupsOf(way, record[way.name])) groups.set(group, [...(groups.get(group) ?? []), record]);
  const inOrder = way.type === "date" ? [...groups].sort(([a], [b]) => a.localeCompare(b)).slice(-12) : [...groups];
  const shares = inOrder.map(([group, members]) => {
    const label = way.type === "date" ? monthName(group) : group;
    if (figure === undefined) return { label, count: members.length };
    const sum = members.reduce((total, record) => total + Number(record[figure.name]), 0);
    const count = figure.summary === "average" ? Math.round((10 * sum) / Math.max(1, members.length)) / 10 : sum;
    return { label, count, text: valueText(figure, count) };
  });
  return (
    <CountedCard kind={kind} heading={say("byWhat", { what: measure, by: way.label })} choice={children}>
      {ways.length > 1 && <ChipRow label={say("groupedBy")} choices={ways.map(({ label }) => label)} chosen={wayName} onChoose={setWayName} />}
      {measures.length > 1 && <ChipRow label={say("figureShown")} choices={measures} chosen={measure} onChoose={setMeasure} />}
      <ShareBars shares={shares} />
    </CountedCard>
  );
}

/** The groups that a record belongs to: its month, its choice, each record it is linked to. */
function groupsOf(way: Field, value: Value | undefined): string[] {
  if (way.type === "date") return value === "" ? [] : [String(value).slice(0, 7)];
  return way.type === "links" ? linkedTitles(way, value) : [valueText(way, value) || "–"];
}
