import { View } from "react-native";

import { dayAfter, dayFromToday, formatDay } from "../lib/dates";
import type { KindName } from "../lib/kinds";
import { titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { RecordLine } from "./record-row";
import { showToast } from "./toast";
import { Words } from "./words";

interface ScheduleProps {
  kind: KindName;
  /** When it was last done, and every how many days. */
  date: string;
  every: string;
}

/** What is due, what comes soon; done once, it comes round again. */
export function Schedule({ kind, date, every }: ScheduleProps) {
  const today = dayFromToday(0);
  const planned = useRecords(kind)
    .map((record) => ({ record, day: dayAfter(String(record[date]), Math.max(1, Number(record[every]))) }))
    .sort((a, b) => a.day.localeCompare(b.day));
  const groups = [
    { heading: say("dueNow"), rows: planned.filter(({ day }) => day <= today) },
    { heading: say("comingUp"), rows: planned.filter(({ day }) => day > today) },
  ];
  const finish = (id: string) => {
    updateRecord(kind, id, { [date]: today } as never);
    showToast({ message: say("doneToday") });
  };
  return (
    <Columns>
      {groups.map(({ heading, rows }, index) => (
        <Card key={heading} heading={heading}>
          {rows.length === 0 && <Words>{say(index === 0 ? "nothingDue" : "nothingYet")}</Words>}
          {rows.map(({ record, day }) => (
            <View key={record.id}>
              <RecordLine
                kind={kind}
                record={record}
                isDone={false}
                summary={{ title: titleOf(kind, record), subtitle: say("everyDays", { n: Number(record[every]) }), value: formatDay(day) }}
              />
              {index === 0 && (
                <Button icon="checkmark" label={say("markDone", { name: titleOf(kind, record) })} tone="quiet" onPress={() => finish(record.id)} />
              )}
            </View>
          ))}
        </Card>
      ))}
    </Columns>
  );
}
