import { useState } from "react";

import { dayFromToday, formatDay } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { type AnyRecord, fieldOf, inOrder, recordsOf } from "../lib/records";
import { useData } from "../lib/store";
import { say } from "../lib/words";
import { AddButton } from "./add-button";
import { Card } from "./card";
import { Columns } from "./columns";
import { MonthGrid } from "./month-grid";
import { RecordLine } from "./record-row";
import { Words } from "./words";

/** A month with a dot on each day that has records; beside it the records of the chosen day. */
export function RecordCalendar({ kinds }: { kinds: readonly KindName[] }) {
  useData();
  const dayOf = (kind: KindName, record: AnyRecord) => String(record[fieldOf(kind, "date")?.name ?? ""] ?? "");
  const marked = kinds.flatMap((kind) => recordsOf(kind).map((record) => dayOf(kind, record)));
  const [day, setDay] = useState(() => dayToOpen(marked));
  const form = kinds.find((kind) => KINDS[kind].form !== undefined);
  return (
    <Columns>
      <Card>
        <MonthGrid day={day} onChoose={setDay} marked={marked} />
      </Card>
      <Card heading={formatDay(day)}>
        {!marked.includes(day) && <Words>{say("nothingOnDay")}</Words>}
        {kinds.map((kind) =>
          inOrder(
            kind,
            recordsOf(kind).filter((record) => dayOf(kind, record) === day),
          ).map((record) => <RecordLine key={kind + record.id} kind={kind} record={record} />),
        )}
        {form !== undefined && <AddButton kind={form} tone="quiet" preset={{ day }} />}
      </Card>
    </Columns>
  );
}

/** Today where it has records, else the next day that has, else the last before it. */
function dayToOpen(marked: readonly string[]): string {
  const today = dayFromToday(0);
  const sorted = [...marked].sort();
  return sorted.find((day) => day >= today) ?? sorted.at(-1) ?? today;
}
