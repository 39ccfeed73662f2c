import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { dayFromToday, formatDay } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { type AnyRecord, fieldOf, inOrder, recordsOf, summaryOf } from "../lib/records";
import { useData } from "../lib/store";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { MonthGrid } from "./month-grid";
import { RecordRow } from "./record-row";

/** A month with a dot on each day that has records; beside it the records of the chosen day. */
export function RecordCalendar({ kinds }: { kinds: readonly KindName[] }) {
  const styles = useStyles(createStyles);
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
        {!marked.includes(day) && <Text style={styles.nothing}>{say("nothingOnDay")}</Text>}
        {kinds.map((kind) =>
          inOrder(
            kind,
            recordsOf(kind).filter((record) => dayOf(kind, record) === day),
          ).map((record) => (
            <RecordRow
              key={kind + record.id}
              icon={KINDS[kind].icon}
              summary={summaryOf(kind, record)}
              isDone={record.done === true}
              onPress={() => openScreen(KINDS[kind].details ?? "/", { id: record.id })}
            />
          )),
        )}
        {form !== undefined && (
          <Button
            icon="add"
            label={say("add", { noun: KINDS[form].noun })}
            tone="quiet"
            onPress={() => openScreen(KINDS[form].form ?? "/", { day })}
          />
        )}
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

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    nothing: { paddingVertical: SPACE.s, fontSize: 15, color: theme.muted },
  });
