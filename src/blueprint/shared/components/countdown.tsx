import { useEffect } from "react";

import { setMark, useMarks } from "../lib/marks";
import { useRunningClock } from "../lib/running-clock";
import { keepTime, type TimeLog } from "../lib/time-log";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { ChipRow } from "./chip-row";
import { ClockFace } from "./clock-face";
import { Columns } from "./columns";
import { RunButton } from "./run-button";
import { Stepper } from "./stepper";
import { showToast } from "./toast";

const PRESETS = [1, 3, 5, 10, 15, 30, 60];
const MINUTE_MS = 60_000;

/** Runs down once and says when time is up. */
export function Countdown({ log }: { log?: TimeLog }) {
  const { passedMs, isRunning, start, pause, setTo } = useRunningClock("countdown");
  const minutes = useMarks("length").find(({ of }) => of === "countdown")?.value ?? 5;
  const whole = minutes * MINUTE_MS;
  const left = Math.max(0, whole - passedMs);
  const isUp = left === 0;
  useEffect(() => {
    if (!isUp || !isRunning) return;
    setTo(whole);
    showToast({ message: say("timeUp") });
    if (log !== undefined) keepTime(log, whole, say("measured"));
  }, [isUp, isRunning, log, setTo, whole]);
  const choose = (value: number) => {
    setMark("length", "countdown", value);
    setTo(0);
  };
  const names = PRESETS.map((value) => say("minutes", { n: value }));
  return (
    <Columns>
      <Card>
        <ClockFace ms={left} percent={(100 * left) / whole} label={isUp ? say("timeUp") : say("minutes", { n: minutes })} />
        <ButtonRow>
          <RunButton clock={{ isRunning, start: isUp ? () => setTo(0) : start, pause }} />
          <Button icon="refresh-outline" label={say("reset")} tone="quiet" onPress={() => setTo(0)} />
        </ButtonRow>
      </Card>
      <Card heading={say("lengths")}>
        <ChipRow
          label={say("lengths")}
          choices={names}
          chosen={say("minutes", { n: minutes })}
          onChoose={(name) => choose(PRESETS[names.indexOf(name)] ?? minutes)}
        />
        <Stepper label={say("length")} unit="min" value={minutes} min={1} max={600} onChange={choose} />
      </Card>
    </Columns>
  );
}
