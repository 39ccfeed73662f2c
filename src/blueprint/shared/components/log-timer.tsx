import { useState } from "react";

import { dayFromToday } from "../lib/dates";
import { KINDS } from "../lib/kinds";
import { inOrder, useRecords } from "../lib/records";
import { useRunningClock } from "../lib/running-clock";
import { keepTime, type TimeLog } from "../lib/time-log";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { ChoiceField } from "./choice-field";
import { ClockFace } from "./clock-face";
import { Columns } from "./columns";
import { RecordLine } from "./record-row";
import { RunButton } from "./run-button";
import { showToast } from "./toast";
import { Words } from "./words";

/** Measures how long something takes and keeps it; runs on while the app is closed. */
export function LogTimer({ log }: { log: TimeLog }) {
  const clock = useRunningClock("log");
  const { fields, label, plural } = KINDS[log.kind];
  const choice = fields.find(({ name }) => name === log.choice);
  const [chosen, setChosen] = useState(choice?.choices?.[0] ?? "");
  const today = inOrder(log.kind, useRecords(log.kind)).filter((record) => record[log.date ?? ""] === dayFromToday(0));
  const minutes = today.reduce((sum, record) => sum + Number(record[log.minutes ?? ""] ?? 0), 0);
  const stop = () => {
    keepTime(log, clock.passedMs, chosen === "" ? undefined : chosen, chosen);
    clock.setTo(0);
    showToast({ message: say("saved", { label }) });
  };
  const hasTime = clock.passedMs > 0;
  return (
    <Columns>
      <Card>
        <ClockFace ms={clock.passedMs} percent={(clock.passedMs % 3_600_000) / 36_000} label={chosen === "" ? label : chosen} />
        {choice?.choices !== undefined && <ChoiceField label={choice.label} choices={choice.choices} value={chosen} onChange={setChosen} />}
        <RunButton clock={clock} />
        {hasTime && <Button icon="checkmark" label={say("stopKeep")} tone="quiet" onPress={stop} />}
      </Card>
      <Card heading={say("today")} aside={<Words look="figure">{say("minutes", { n: minutes })}</Words>}>
        {today.length === 0 && <Words>{say("noneYet", { nouns: plural })}</Words>}
        {today.map((record) => (
          <RecordLine key={record.id} kind={log.kind} record={record} />
        ))}
      </Card>
    </Columns>
  );
}
