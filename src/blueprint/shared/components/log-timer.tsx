import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { dayFromToday } from "../lib/dates";
import { KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { inOrder, summaryOf, useRecords } from "../lib/records";
import { useRunningClock } from "../lib/running-clock";
import { type Theme, useStyles } from "../lib/theme";
import { keepTime, type TimeLog } from "../lib/time-log";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { ChoiceField } from "./choice-field";
import { ClockFace } from "./clock-face";
import { Columns } from "./columns";
import { RecordRow } from "./record-row";
import { showToast } from "./toast";

/** Measures how long something takes and keeps it; runs on while the app is closed. */
export function LogTimer({ log }: { log: TimeLog }) {
  const styles = useStyles(createStyles);
  const clock = useRunningClock("log");
  const { fields, label, plural, icon, details } = KINDS[log.kind];
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
        <Button
          icon={clock.isRunning ? "pause" : "play"}
          label={say(clock.isRunning ? "pause" : "start")}
          onPress={clock.isRunning ? clock.pause : clock.start}
        />
        {hasTime && <Button icon="checkmark" label={say("stopKeep")} tone="quiet" onPress={stop} />}
      </Card>
      <Card heading={say("today")} aside={<Text style={styles.sum}>{say("minutes", { n: minutes })}</Text>}>
        {today.length === 0 && <Text style={styles.nothing}>{say("noneYet", { nouns: plural })}</Text>}
        {today.map((record) => (
          <RecordRow
            key={record.id}
            icon={icon}
            summary={summaryOf(log.kind, record)}
            onPress={details === undefined ? undefined : () => openScreen(details, { id: record.id })}
          />
        ))}
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    sum: { fontSize: 15, fontWeight: "700", fontVariant: ["tabular-nums"], color: theme.primary },
    nothing: { fontSize: 15, color: theme.muted },
  });
