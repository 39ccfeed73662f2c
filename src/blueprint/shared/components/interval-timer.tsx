import { useMarks, setMark } from "../lib/marks";
import { useRunningClock } from "../lib/running-clock";
import type { TimeLog } from "../lib/time-log";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { ClockFace } from "./clock-face";
import { Columns } from "./columns";
import { KeepButton } from "./keep-button";
import { RunButton } from "./run-button";
import { Stepper } from "./stepper";

const MINUTE_MS = 60_000;

/** Work, then rest, then the next round. */
export function IntervalTimer({ log }: { log?: TimeLog }) {
  const clock = useRunningClock("interval");
  const lengths = useMarks("length");
  const minutes = (part: "work" | "rest") => lengths.find(({ of }) => of === part)?.value ?? (part === "work" ? 25 : 5);
  const work = minutes("work") * MINUTE_MS;
  const cycle = work + minutes("rest") * MINUTE_MS;
  const inCycle = clock.passedMs % cycle;
  const round = Math.floor(clock.passedMs / cycle);
  const isWork = inCycle < work;
  const whole = isWork ? work : cycle - work;
  const left = (isWork ? work : cycle) - inCycle;
  return (
    <Columns>
      <Card>
        <ClockFace ms={left} percent={(100 * left) / whole} overline={say(isWork ? "work" : "rest")} label={say("round", { n: round + 1 })} />
        <RunButton clock={clock} />
        <ButtonRow>
          <Button icon="refresh-outline" label={say("reset")} tone="quiet" onPress={() => clock.setTo(0)} />
          <Button
            icon="play-skip-forward-outline"
            label={say("skip")}
            tone="quiet"
            onPress={() => clock.jumpTo(round * cycle + (isWork ? work : cycle))}
          />
        </ButtonRow>
        <KeepButton log={log} ms={isWork && inCycle > 0 ? inCycle : work} title={say("focusSession")} />
      </Card>
      <Card heading={say("lengths")}>
        {(["work", "rest"] as const).map((part) => (
          <Stepper
            key={part}
            label={say(part)}
            unit="min"
            value={minutes(part)}
            min={1}
            max={120}
            onChange={(value) => setMark("length", part, value)}
          />
        ))}
      </Card>
    </Columns>
  );
}
