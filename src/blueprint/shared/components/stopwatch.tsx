import { StyleSheet, Text, View } from "react-native";

import { clockText } from "../lib/clock";
import { addMark, removeMark, useMarks } from "../lib/marks";
import { useRunningClock } from "../lib/running-clock";
import { type Theme, useStyles } from "../lib/theme";
import type { TimeLog } from "../lib/time-log";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { ClockFace } from "./clock-face";
import { Columns } from "./columns";
import { KeepButton } from "./keep-button";

/** Counts up, with laps. */
export function Stopwatch({ log }: { log?: TimeLog }) {
  const styles = useStyles(createStyles);
  const clock = useRunningClock("stopwatch");
  const laps = useMarks("lap");
  const reset = () => {
    clock.setTo(0);
    laps.forEach(({ id }) => removeMark(id));
  };
  return (
    <Columns>
      <Card>
        <ClockFace ms={clock.passedMs} percent={(clock.passedMs % 60_000) / 600} label={"." + String(Math.floor((clock.passedMs % 1000) / 100))} />
        <Button
          icon={clock.isRunning ? "pause" : "play"}
          label={say(clock.isRunning ? "stop" : "start")}
          onPress={clock.isRunning ? clock.pause : clock.start}
        />
        <ButtonRow>
          <Button icon="flag-outline" label={say("lap")} tone="quiet" onPress={() => addMark("lap", "", clock.passedMs)} />
          <Button icon="refresh-outline" label={say("reset")} tone="quiet" onPress={reset} />
        </ButtonRow>
        <KeepButton log={log} ms={clock.passedMs} title={say("measured")} />
      </Card>
      <Card heading={say("laps")}>
        {laps.length === 0 && <Text style={styles.text}>{say("pressLap")}</Text>}
        {laps.map((lap, index) => (
          <View key={lap.id} style={styles.lap}>
            <Text style={styles.text}>{say("lapNumber", { n: laps.length - index })}</Text>
            <Text style={styles.time}>{clockText(lap.value - (laps[index + 1]?.value ?? 0))}</Text>
          </View>
        ))}
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    lap: { flexDirection: "row", justifyContent: "space-between", minHeight: 36, alignItems: "center" },
    time: { fontSize: 16, fontWeight: "700", fontVariant: ["tabular-nums"], color: theme.text },
    text: { fontSize: 15, color: theme.muted },
  });
