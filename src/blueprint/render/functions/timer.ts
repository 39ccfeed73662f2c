import type { ScreenPlan, SourceFile, TimerKind } from '../../../generation/plan.js';
import type { AppStage } from '../app-stage.js';
import { entityViews, fieldOfType } from '../entity-view.js';
import { framedFile } from '../frame.js';
import { literal } from '../source-text.js';

const COMPONENTS: Readonly<Record<TimerKind, readonly [file: string, name: string]>> = {
  chess: ['chess-clock', 'ChessClock'],
  interval: ['interval-timer', 'IntervalTimer'],
  stopwatch: ['stopwatch', 'Stopwatch'],
  countdown: ['countdown', 'Countdown'],
  log: ['log-timer', 'LogTimer'],
};

/** A clock; what it measured can be kept in the entity that the screen names. */
export const timerFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const log = entityViews(stage.plan).find(({ entity }) => entity.name === screen.entity);
  const minutes = log?.entity.fields.find(({ unit, type }) => type === 'number' && unit?.startsWith('min'));
  const wanted = screen.timer ?? 'interval';
  const [file, name] = COMPONENTS[wanted === 'log' && !minutes ? 'stopwatch' : wanted];
  const fields = log && {
    kind: log.collection,
    title: log.title.name,
    minutes: minutes?.name,
    date: log.date?.name,
    time: fieldOfType(log.entity, ['time'])?.name,
    choice: log.choice?.name,
  };
  const props = Object.entries(fields ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${literal(value)}`],
  );
  const keeps = minutes !== undefined && wanted !== 'chess';
  return framedFile(stage, screen, {
    name: 'TimerScreen',
    components: { [file]: name },
    content: `      <${name}${keeps ? ` log={{ ${props.join(', ')} }}` : ''} />`,
  });
};

/** Clocks that go on where they were after a reload. */
export const timerComponents: readonly SourceFile[] = [
  {
    path: 'lib/marks.ts',
    content: `import type { Mark } from "./model";
import { addRecord, readCollection, removeRecord, updateRecord, useCollection } from "./store";

/** What a screen remembers of its own: a vote, a day ticked off, when a clock was started. */
export function useMarks(topic: string): Mark[] {
  return useCollection("marks").filter((mark) => mark.topic === topic);
}

export function readMarks(topic: string, of?: string): Mark[] {
  return readCollection("marks").filter((mark) => mark.topic === topic && (of === undefined || mark.of === of));
}

export function addMark(topic: string, of: string, value: number, text = ""): void {
  addRecord("marks", { topic, of, value, text });
}

/** There is one mark of this topic about a thing: it is replaced. */
export function setMark(topic: string, of: string, value: number, text = ""): void {
  const [known] = readMarks(topic, of);
  if (known === undefined) addMark(topic, of, value, text);
  else updateRecord("marks", known.id, { value, text });
}

export function removeMark(id: string): void {
  removeRecord("marks", id);
}
`,
  },
  {
    path: 'lib/running-clock.ts',
    content: `import { useEffect, useState } from "react";

import { setMark, useMarks } from "./marks";

export interface RunningClock {
  passedMs: number;
  isRunning: boolean;
  start: () => void;
  pause: () => void;
  /** Sets what has passed; the clock then stands. */
  setTo: (ms: number) => void;
  /** Sets what has passed; the clock goes on as it did. */
  jumpTo: (ms: number) => void;
}

/** A clock that is kept: it runs on while the app is closed. */
export function useRunningClock(name: string): RunningClock {
  const mark = useMarks("clock").find(({ of }) => of === name);
  const startedAt = Number(mark?.text ?? 0);
  const isRunning = startedAt > 0;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const tick = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(tick);
  }, [isRunning]);
  const passedMs = (mark?.value ?? 0) + (isRunning ? Math.max(0, now - startedAt) : 0);
  const set = (ms: number, runs: boolean) => {
    setNow(Date.now());
    setMark("clock", name, ms, runs ? String(Date.now()) : "");
  };
  return {
    passedMs,
    isRunning,
    start: () => set(mark?.value ?? 0, true),
    pause: () => set(passedMs, false),
    setTo: (ms) => set(ms, false),
    jumpTo: (ms) => set(ms, isRunning),
  };
}
`,
  },
  {
    path: 'lib/time-log.ts',
    content: `import { dayFromToday, timeNow } from "./dates";
import { type KindName, KINDS } from "./kinds";
import { BLANK } from "./model";
import { addRecord } from "./store";

/** Where measured time is kept: the fields of a kind of record. */
export interface TimeLog {
  kind: KindName;
  title: string;
  minutes?: string;
  date?: string;
  time?: string;
  choice?: string;
}

/** Keeps what was measured; without a title of its own it is called as its kind. */
export function keepTime(log: TimeLog, ms: number, title = KINDS[log.kind].label, choice?: string): void {
  const fields = {
    [log.title]: title,
    ...(log.minutes !== undefined && { [log.minutes]: Math.max(1, Math.round(ms / 60_000)) }),
    ...(log.date !== undefined && { [log.date]: dayFromToday(0) }),
    ...(log.time !== undefined && { [log.time]: timeNow() }),
    ...(log.choice !== undefined && choice !== undefined && { [log.choice]: choice }),
  };
  addRecord(log.kind, { ...BLANK[log.kind], ...fields } as never);
}
`,
  },
  {
    path: 'components/clock-face.tsx',
    content: `import { StyleSheet, Text, View } from "react-native";

import { clockText } from "../lib/clock";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { Ring } from "./ring";

interface ClockFaceProps {
  ms: number;
  label: string;
  /** 0 to 100: how much of the ring is filled. */
  percent: number;
  overline?: string;
}

/** A time in a ring. */
export function ClockFace({ ms, label, percent, overline }: ClockFaceProps) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.clock}>
      <Ring percent={percent} label={label} size={248}>
        {overline !== undefined && <Text style={styles.overline}>{overline}</Text>}
        <Text style={[styles.time, ms >= 3_600_000 && styles.longTime]}>{clockText(ms)}</Text>
      </Ring>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    clock: { alignItems: "center", paddingVertical: SPACE.m },
    overline: { fontSize: 17, fontWeight: "600", color: theme.muted },
    time: { fontSize: 52, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.text },
    longTime: { fontSize: 40 },
  });
`,
  },
  {
    path: 'components/button-row.tsx',
    content: `import { Children, type ReactNode } from "react";
import { StyleSheet, View } from "react-native";

import { SPACE } from "../lib/theme";

/** Buttons side by side, as wide as each other; below each other where their words are long. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <View style={styles.row}>{Children.map(children, (child) => child && <View style={styles.item}>{child}</View>)}</View>;
}

const styles = StyleSheet.create({
  row: { flexDirection: "row", flexWrap: "wrap", gap: 12 },
  item: { flexGrow: 1, flexBasis: "auto", minWidth: "40%", marginBottom: 0, gap: SPACE.s },
});
`,
  },
  {
    path: 'components/interval-timer.tsx',
    content: `import { useMarks, setMark } from "../lib/marks";
import { useRunningClock } from "../lib/running-clock";
import { keepTime, type TimeLog } from "../lib/time-log";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { ClockFace } from "./clock-face";
import { Columns } from "./columns";
import { Stepper } from "./stepper";
import { showToast } from "./toast";

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
        <ClockFace
          ms={left}
          percent={(100 * left) / whole}
          overline={say(isWork ? "work" : "rest")}
          label={say("round", { n: round + 1 })}
        />
        <Button
          icon={clock.isRunning ? "pause" : "play"}
          label={say(clock.isRunning ? "pause" : "start")}
          onPress={clock.isRunning ? clock.pause : clock.start}
        />
        <ButtonRow>
          <Button icon="refresh-outline" label={say("reset")} tone="quiet" onPress={() => clock.setTo(0)} />
          <Button
            icon="play-skip-forward-outline"
            label={say("skip")}
            tone="quiet"
            onPress={() => clock.jumpTo(round * cycle + (isWork ? work : cycle))}
          />
        </ButtonRow>
        {log !== undefined && (
          <Button
            icon="bookmark-outline"
            label={say("keepTime")}
            tone="quiet"
            onPress={() => {
              keepTime(log, isWork && inCycle > 0 ? inCycle : work, say("focusSession"));
              showToast({ message: say("kept") });
            }}
          />
        )}
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
`,
  },
  {
    path: 'components/countdown.tsx',
    content: `import { useEffect } from "react";

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
          <Button
            icon={isRunning ? "pause" : "play"}
            label={say(isRunning ? "pause" : "start")}
            onPress={isRunning ? pause : isUp ? () => setTo(0) : start}
          />
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
`,
  },
  {
    path: 'components/stopwatch.tsx',
    content: `import { StyleSheet, Text, View } from "react-native";

import { clockText } from "../lib/clock";
import { addMark, removeMark, useMarks } from "../lib/marks";
import { useRunningClock } from "../lib/running-clock";
import { type Theme, useStyles } from "../lib/theme";
import { keepTime, type TimeLog } from "../lib/time-log";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { ClockFace } from "./clock-face";
import { Columns } from "./columns";
import { showToast } from "./toast";

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
        {log !== undefined && (
          <Button
            icon="bookmark-outline"
            label={say("keepTime")}
            tone="quiet"
            onPress={() => {
              keepTime(log, clock.passedMs, say("measured"));
              showToast({ message: say("kept") });
            }}
          />
        )}
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
`,
  },
  {
    path: 'components/log-timer.tsx',
    content: `import { useState } from "react";
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
        {choice?.choices !== undefined && (
          <ChoiceField label={choice.label} choices={choice.choices} value={chosen} onChange={setChosen} />
        )}
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
`,
  },
];
