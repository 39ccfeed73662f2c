import type { FieldPlan, ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, type AppStage } from './app-stage.js';
import { chessClockCode, chessClockStyles } from './chess-clock.js';
import { entityViews, inSentence, type EntityView } from './entity-view.js';
import { frameOf } from './frame.js';
import { lines, literal } from './source-text.js';

/** A clock for two players, a countdown of work and rest, or a stopwatch; the latter two can log what they measured. */
export const timerFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const frame = frameOf(stage, screen);
  const { root } = frame;
  const log = entityViews(stage.plan).find(({ entity }) => entity.name === screen.entity);
  const start = lines(frame.usesRouter && `import { router } from "expo-router";`);
  const attributes = frame.attributes({ title: screen.name });
  if (screen.timer === 'chess') {
    return {
      path: fileOf(screen),
      content: lines(start !== '' && start, chessClockCode(root, frame.imports, attributes), chessClockStyles),
    };
  }
  const minutes = log?.entity.fields.find(({ unit }) => unit === 'min');
  const logged = log && minutes ? logCode(log, minutes, screen) : undefined;
  return {
    path: fileOf(screen),
    content: lines(
      start !== '' && start,
      screen.timer === 'stopwatch'
        ? stopwatchCode(root, frame.imports, attributes, stage, logged)
        : intervalCode(root, frame.imports, attributes, stage, logged),
    ),
  };
};

interface LogCode {
  readonly imports: (root: string) => string;
  readonly call: string;
  readonly toast: string;
  readonly fn: string;
  readonly button: string;
}

const logCode = (view: EntityView, minutes: FieldPlan, screen: ScreenPlan): LogCode => {
  const { collection, title, date } = view;
  return {
    imports: (root) =>
      lines(
        date && `import { dayFromToday } from "${root}lib/dates";`,
        `import { BLANK } from "${root}lib/model";\nimport { addRecord } from "${root}lib/store";`,
      ),
    call: 'log',
    toast: `${view.label} saved`,
    button: `Save as ${inSentence(view).label}`,
    fn: lines(
      `/** Keeps what was measured, in minutes. */
function log(minutes: number): void {
  addRecord("${collection}", {
    ...BLANK.${collection},
    ${title.name}: ${literal(screen.timer === 'stopwatch' ? 'Measured session' : 'Focus session')},
    ${minutes.name}: Math.max(1, Math.round(minutes)),`,
      date && `    ${date.name}: dayFromToday(0),`,
      `  });
}
`,
    ),
  };
};

const toastImport = (stage: AppStage, root: string, logged: LogCode | undefined): string | false =>
  logged !== undefined && stage.isFinished && `import { showToast } from "${root}components/toast";`;

const intervalCode = (
  root: string,
  frameImports: string | false,
  attributes: string,
  stage: AppStage,
  logged: LogCode | undefined,
): string =>
  lines(
    `import { useEffect, useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { Button } from "${root}components/button";
import { Card } from "${root}components/card";`,
    frameImports,
    `import { Ring } from "${root}components/ring";
import { Screen } from "${root}components/screen";
import { Stepper } from "${root}components/stepper";`,
    toastImport(stage, root, logged),
    logged && logged.imports(root),
    `import { clockText } from "${root}lib/clock";
import { SPACE, type Theme, useStyles } from "${root}lib/theme";

type Phase = "Work" | "Rest";

/** The phase that runs or waits; times in milliseconds. */
interface Countdown {
  phase: Phase;
  round: number;
  leftMs: number;
  isRunning: boolean;
}

const MINUTE_MS = 60_000;

export default function TimerScreen() {
  const styles = useStyles(createStyles);
  const [minutes, setMinutes] = useState({ Work: 25, Rest: 5 });
  const [timer, setTimer] = useState<Countdown>({ phase: "Work", round: 1, leftMs: 25 * MINUTE_MS, isRunning: false });
  const { phase, round, leftMs, isRunning } = timer;
  const wholeMs = minutes[phase] * MINUTE_MS;

  useEffect(() => {
    if (!isRunning) return;
    let before = Date.now();
    const tick = setInterval(() => {
      const now = Date.now();
      const passedMs = now - before;
      before = now;
      setTimer((current) => ({ ...current, leftMs: Math.max(0, current.leftMs - passedMs) }));
    }, 200);
    return () => clearInterval(tick);
  }, [isRunning]);

  useEffect(() => {
    if (leftMs > 0) return;
    const end = setTimeout(() => {`,
    logged && `      if (phase === "Work") ${logged.call}(minutes.Work);`,
    `      setTimer((current) => nextPhase(current, minutes));
    });
    return () => clearTimeout(end);
  }, [leftMs, minutes${logged ? ', phase' : ''}]);

  const choose = (changed: Phase, value: number) => {
    setMinutes((current) => ({ ...current, [changed]: value }));
    if (changed === phase && !isRunning) setTimer((current) => ({ ...current, leftMs: value * MINUTE_MS }));
  };
  return (
    <Screen`,
    attributes,
    `    >
      <View style={styles.clock}>
        <Ring percent={(100 * leftMs) / wholeMs} label={\`Round \${round}\`} size={248}>
          <Text style={styles.phase}>{phase}</Text>
          <Text style={styles.time}>{clockText(leftMs)}</Text>
        </Ring>
      </View>
      <Button
        icon={isRunning ? "pause" : "play"}
        label={isRunning ? "Pause" : "Start"}
        onPress={() => setTimer((current) => ({ ...current, isRunning: !current.isRunning }))}
      />
      <View style={styles.buttons}>
        <View style={styles.button}>
          <Button
            icon="refresh-outline"
            label="Reset"
            tone="quiet"
            onPress={() => setTimer({ phase: "Work", round: 1, leftMs: minutes.Work * MINUTE_MS, isRunning: false })}
          />
        </View>
        <View style={styles.button}>
          <Button icon="play-skip-forward-outline" label="Skip" tone="quiet" onPress={() => setTimer(nextPhase(timer, minutes))} />
        </View>
      </View>
      <Card heading="Lengths">
        <Stepper label="Work" unit="min" value={minutes.Work} min={1} max={120} onChange={(value) => choose("Work", value)} />
        <Stepper label="Rest" unit="min" value={minutes.Rest} min={1} max={60} onChange={(value) => choose("Rest", value)} />
      </Card>`,
    logged &&
      `      <Button
        icon="bookmark-outline"
        label={${literal(logged.button)}}
        tone="quiet"
        onPress={() => {
          ${logged.call}((wholeMs - leftMs) / MINUTE_MS);${stage.isFinished ? `\n          showToast({ message: ${literal(logged.toast)} });` : ''}
        }}
      />`,
    `    </Screen>
  );
}

/** Work, then rest, then the next round. */
function nextPhase({ phase, round, isRunning }: Countdown, minutes: Record<Phase, number>): Countdown {
  return phase === "Work"
    ? { phase: "Rest", round, leftMs: minutes.Rest * MINUTE_MS, isRunning }
    : { phase: "Work", round: round + 1, leftMs: minutes.Work * MINUTE_MS, isRunning };
}
`,
    logged && logged.fn,
    `const createStyles = (theme: Theme) =>
  StyleSheet.create({
    clock: { alignItems: "center", paddingVertical: SPACE.m },
    phase: { fontSize: 17, fontWeight: "600", color: theme.muted },
    time: { fontSize: 52, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.text },
    buttons: { flexDirection: "row", gap: SPACE.m },
    button: { flex: 1 },
  });
`,
  );

const stopwatchCode = (
  root: string,
  frameImports: string | false,
  attributes: string,
  stage: AppStage,
  logged: LogCode | undefined,
): string =>
  lines(
    `import { useEffect, useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { Button } from "${root}components/button";
import { Card } from "${root}components/card";`,
    frameImports,
    `import { Screen } from "${root}components/screen";`,
    toastImport(stage, root, logged),
    `import { clockText } from "${root}lib/clock";`,
    logged && logged.imports(root),
    `import { SPACE, type Theme, useStyles } from "${root}lib/theme";

export default function StopwatchScreen() {
  const styles = useStyles(createStyles);
  const [passedMs, setPassedMs] = useState(0);
  const [isRunning, setIsRunning] = useState(false);
  const [laps, setLaps] = useState<number[]>([]);

  useEffect(() => {
    if (!isRunning) return;
    let before = Date.now();
    const tick = setInterval(() => {
      const now = Date.now();
      const stepMs = now - before;
      before = now;
      setPassedMs((current) => current + stepMs);
    }, 50);
    return () => clearInterval(tick);
  }, [isRunning]);

  return (
    <Screen`,
    attributes,
    `    >
      <View style={styles.clock}>
        <Text style={styles.time}>{clockText(passedMs)}</Text>
        <Text style={styles.part}>.{String(Math.floor((passedMs % 1000) / 100))}</Text>
      </View>
      <Button
        icon={isRunning ? "pause" : "play"}
        label={isRunning ? "Stop" : "Start"}
        onPress={() => setIsRunning(!isRunning)}
      />
      <View style={styles.buttons}>
        <View style={styles.button}>
          <Button icon="flag-outline" label="Lap" tone="quiet" onPress={() => setLaps([passedMs, ...laps])} />
        </View>
        <View style={styles.button}>
          <Button
            icon="refresh-outline"
            label="Reset"
            tone="quiet"
            onPress={() => {
              setIsRunning(false);
              setPassedMs(0);
              setLaps([]);
            }}
          />
        </View>
      </View>`,
    logged &&
      `      <Button
        icon="bookmark-outline"
        label={${literal(logged.button)}}
        tone="quiet"
        onPress={() => {
          ${logged.call}(passedMs / 60_000);${stage.isFinished ? `\n          showToast({ message: ${literal(logged.toast)} });` : ''}
        }}
      />`,
    `      <Card heading="Laps">
        {laps.length === 0 && <Text style={styles.nothing}>Press Lap while the watch runs.</Text>}
        {laps.map((lap, index) => (
          <View key={\`\${laps.length - index}\`} style={styles.lap}>
            <Text style={styles.nothing}>Lap {laps.length - index}</Text>
            <Text style={styles.lapTime}>{clockText(lap - (laps[index + 1] ?? 0))}</Text>
          </View>
        ))}
      </Card>
    </Screen>
  );
}
`,
    logged && logged.fn,
    `const createStyles = (theme: Theme) =>
  StyleSheet.create({
    clock: { flexDirection: "row", justifyContent: "center", alignItems: "baseline", paddingVertical: SPACE.xl },
    time: { fontSize: 72, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.text },
    part: { fontSize: 36, fontWeight: "700", fontVariant: ["tabular-nums"], color: theme.muted },
    buttons: { flexDirection: "row", gap: SPACE.m },
    button: { flex: 1 },
    lap: { flexDirection: "row", justifyContent: "space-between", minHeight: 32, alignItems: "center" },
    lapTime: { fontSize: 15, fontWeight: "700", fontVariant: ["tabular-nums"], color: theme.text },
    nothing: { fontSize: 15, color: theme.muted },
  });
`,
  );

/** lib/clock.ts: a time span as people read a clock. */
export const clockLibrary = (): SourceFile => ({
  path: 'lib/clock.ts',
  content: `/** 65000: "1:05"; from an hour on "1:00:05". */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (part: number) => String(part).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return \`\${minutes}:\${two(seconds % 60)}\`;
  return \`\${Math.floor(minutes / 60)}:\${two(minutes % 60)}:\${two(seconds % 60)}\`;
}
`,
});

/** components/stepper.tsx: a number that goes up and down. */
export const stepperComponent = (): SourceFile => ({
  path: 'components/stepper.tsx',
  content: `import { StyleSheet, Text, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";
import { IconButton } from "./icon-button";

interface StepperProps {
  label: string;
  unit: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

export function Stepper({ label, unit, value, min, max, onChange }: StepperProps) {
  const styles = useStyles(createStyles);
  const step = (by: number) => onChange(Math.min(max, Math.max(min, value + by)));
  return (
    <View style={styles.row}>
      <Text style={styles.label}>{label}</Text>
      <IconButton icon="remove" label={\`\${label}: less\`} onPress={() => step(-1)} />
      <Text style={styles.value}>{\`\${value} \${unit}\`}</Text>
      <IconButton icon="add" label={\`\${label}: more\`} onPress={() => step(1)} />
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { flexDirection: "row", alignItems: "center", gap: SPACE.xs },
    label: { flex: 1, fontSize: 16, fontWeight: "600", color: theme.text },
    value: { minWidth: 64, textAlign: "center", fontSize: 16, fontVariant: ["tabular-nums"], color: theme.text },
  });
`,
});
