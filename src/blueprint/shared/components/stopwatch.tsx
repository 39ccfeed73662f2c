import { clockText } from "../lib/clock";
import { addMark, removeMark, useMarks } from "../lib/marks";
import { useRunningClock } from "../lib/running-clock";
import type { TimeLog } from "../lib/time-log";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { ClockFace } from "./clock-face";
import { Columns } from "./columns";
import { DetailLine } from "./detail-line";
import { KeepButton } from "./keep-button";
import { RunButton } from "./run-button";
import { Words } from "./words";

/** Counts up, with laps. */
export function Stopwatch({ log }: { log?: TimeLog }) {
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
        <RunButton clock={clock} stops="stop" />
        <ButtonRow>
          <Button icon="flag-outline" label={say("lap")} tone="quiet" onPress={() => addMark("lap", "", clock.passedMs)} />
          <Button icon="refresh-outline" label={say("reset")} tone="quiet" onPress={reset} />
        </ButtonRow>
        <KeepButton log={log} ms={clock.passedMs} title={say("measured")} />
      </Card>
      <Card heading={say("laps")}>
        {laps.length === 0 && <Words>{say("pressLap")}</Words>}
        {laps.map((lap, index) => (
          <DetailLine
            key={lap.id}
            label={say("lapNumber", { n: laps.length - index })}
            value={clockText(lap.value - (laps[index + 1]?.value ?? 0))}
          />
        ))}
      </Card>
    </Columns>
  );
}
