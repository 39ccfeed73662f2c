import type { SourceFile } from '../../../generation/plan.js';

/** What one does with one's own records: move, tick off, count, compare, write, draw. */
export const deskComponents: readonly SourceFile[] = [
  {
    path: 'components/board.tsx',
    content: `import { Pressable, ScrollView, StyleSheet, Text, View } from "react-native";

import { useDragSource, useDropTarget } from "../lib/drag";
import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { type AnyRecord, fieldOf, inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Heading } from "./heading";
import { IconButton } from "./icon-button";

/** Columns of cards; a card is dragged, or moved by its arrows. */
export function Board({ kind }: { kind: KindName }) {
  const styles = useStyles(createStyles);
  const field = fieldOf(kind, "choice");
  const records = inOrder(kind, useRecords(kind));
  const columns = field?.choices ?? [];
  const name = field?.name ?? "";
  return (
    <ScrollView horizontal style={styles.scroll} contentContainerStyle={styles.board}>
      {columns.map((column, index) => (
        <Column
          key={column}
          kind={kind}
          field={name}
          column={column}
          before={columns[index - 1]}
          after={columns[index + 1]}
          cards={records.filter((record) => record[name] === column)}
        />
      ))}
    </ScrollView>
  );
}

interface ColumnProps {
  kind: KindName;
  field: string;
  column: string;
  before: string | undefined;
  after: string | undefined;
  cards: readonly AnyRecord[];
}

function Column({ kind, field, column, before, after, cards }: ColumnProps) {
  const styles = useStyles(createStyles);
  const move = (id: string, to: string) => updateRecord(kind, id, { [field]: to } as never);
  const target = useDropTarget((id) => move(id, column));
  const { form, noun } = KINDS[kind];
  return (
    <View ref={target} style={styles.column}>
      <View style={styles.top}>
        <Heading level={2} style={styles.heading}>
          {column}
        </Heading>
        <Text style={styles.count}>{cards.length}</Text>
      </View>
      {cards.length === 0 && <Text style={styles.hint}>{say("nothingYet")}</Text>}
      {cards.map((card) => (
        <BoardCard key={card.id} kind={kind} card={card} before={before} after={after} onMove={(to) => move(card.id, to)} />
      ))}
      {form !== undefined && <Button icon="add" label={say("add", { noun })} tone="quiet" onPress={() => openScreen(form, { [field]: column })} />}
    </View>
  );
}

interface BoardCardProps {
  kind: KindName;
  card: AnyRecord;
  before: string | undefined;
  after: string | undefined;
  onMove: (to: string) => void;
}

function BoardCard({ kind, card, before, after, onMove }: BoardCardProps) {
  const styles = useStyles(createStyles);
  const source = useDragSource(card.id);
  const { details } = KINDS[kind];
  const title = titleOf(kind, card);
  const column = String(card[fieldOf(kind, "choice")?.name ?? ""]);
  return (
    <View ref={source} style={styles.card}>
      <Pressable
        accessibilityRole="button"
        accessibilityLabel={title}
        disabled={details === undefined}
        onPress={() => details !== undefined && openScreen(details, { id: card.id })}
        style={styles.open}
      >
        <Text style={styles.title}>{title}</Text>
        <Text style={styles.hint}>{summaryOf(kind, card).subtitle.split(" · ").filter((part) => part !== column).join(" · ")}</Text>
      </Pressable>
      <View style={styles.arrows}>
        {before !== undefined && <IconButton icon="arrow-back" label={say("moveTo", { name: title, to: before })} onPress={() => onMove(before)} />}
        <View style={styles.gap} />
        {after !== undefined && <IconButton icon="arrow-forward" label={say("moveTo", { name: title, to: after })} onPress={() => onMove(after)} />}
      </View>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    scroll: { marginHorizontal: -SPACE.m },
    board: { gap: 12, paddingHorizontal: SPACE.m, alignItems: "flex-start" },
    column: { width: 272, gap: 10, padding: 12, borderRadius: RADIUS.l, backgroundColor: theme.tint },
    top: { flexDirection: "row", justifyContent: "space-between", alignItems: "center", gap: SPACE.s },
    heading: { flexShrink: 1, fontSize: 16, fontWeight: "800", color: theme.text },
    count: { fontSize: 14, fontWeight: "700", color: theme.primary },
    card: { padding: 12, paddingBottom: 2, borderRadius: RADIUS.m, borderWidth: 1, borderColor: theme.border, backgroundColor: theme.surface, boxShadow: theme.shadow },
    open: { minHeight: 44, gap: 2 },
    title: { fontSize: 15, lineHeight: 20, fontWeight: "700", color: theme.text },
    hint: { fontSize: 13, lineHeight: 18, color: theme.text },
    arrows: { flexDirection: "row" },
    gap: { flex: 1 },
  });
`,
  },
  {
    path: 'lib/drag.ts',
    content: `import { type RefObject, useEffect, useRef } from "react";
import { Platform, type View } from "react-native";

/** A browser drags the element with the mouse; on a phone there are buttons. */
export function useDragSource(id: string): RefObject<View | null> {
  return useElement((element) => {
    element.draggable = true;
    element.addEventListener("dragstart", (event) => event.dataTransfer?.setData("text/plain", id));
  });
}

/** Takes what is dropped on it. */
export function useDropTarget(onDrop: (id: string) => void): RefObject<View | null> {
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  return useElement((element) => {
    element.addEventListener("dragover", (event) => event.preventDefault());
    element.addEventListener("drop", (event) => {
      event.preventDefault();
      const id = event.dataTransfer?.getData("text/plain");
      if (id !== undefined && id !== "") drop.current(id);
    });
  });
}

function useElement(prepare: (element: HTMLElement) => void): RefObject<View | null> {
  const ref = useRef<View>(null);
  const prepared = useRef<unknown>(null);
  useEffect(() => {
    if (Platform.OS !== "web" || ref.current === null || prepared.current === ref.current) return;
    prepared.current = ref.current;
    prepare(ref.current as unknown as HTMLElement);
  });
  return ref;
}
`,
  },
  {
    path: 'components/counters.tsx',
    content: `import { Pressable, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { formatNumber } from "../lib/numbers";
import { titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Columns } from "./columns";
import { IconButton } from "./icon-button";

/** Counts up with a press on the figure, and down again. */
export function Counters({ kind, count }: { kind: KindName; count: string }) {
  const styles = useStyles(createStyles);
  const unit = KINDS[kind].fields.find(({ name }) => name === count)?.unit;
  return (
    <Columns>
      {useRecords(kind).map((record) => {
        const value = Number(record[count] ?? 0);
        const set = (next: number) => updateRecord(kind, record.id, { [count]: Math.max(0, next) } as never);
        const name = titleOf(kind, record);
        return (
          <Card key={record.id} heading={name}>
            <View style={styles.row}>
              <IconButton icon="remove" label={say("less", { name })} onPress={() => set(value - 1)} />
              <Pressable accessibilityRole="button" accessibilityLabel={say("countUp", { name, n: value })} onPress={() => set(value + 1)} style={styles.figure}>
                <Text style={styles.value}>{formatNumber(value, unit)}</Text>
              </Pressable>
              <IconButton icon="add" label={say("more", { name })} onPress={() => set(value + 1)} />
            </View>
            {value > 0 && <IconButton icon="refresh-outline" label={say("resetNamed", { name })} tone="muted" onPress={() => set(0)} />}
          </Card>
        );
      })}
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { flexDirection: "row", alignItems: "center", gap: SPACE.s },
    figure: { flex: 1, minWidth: 0, minHeight: 96, alignItems: "center", justifyContent: "center", borderRadius: RADIUS.m, backgroundColor: theme.tint },
    value: { fontSize: 44, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.primary },
  });
`,
  },
  {
    path: 'lib/streaks.ts',
    content: `import { dayAfter } from "./dates";

/** How many days in a row up to today; a day that is not over yet does not end it. */
export function streakOf(days: readonly string[], today: string): number {
  const ticked = new Set(days);
  let day = ticked.has(today) ? today : dayAfter(today, -1);
  let length = 0;
  for (; ticked.has(day); day = dayAfter(day, -1)) length += 1;
  return length;
}

export function longestStreak(days: readonly string[]): number {
  const ticked = new Set(days);
  return Math.max(0, ...[...ticked].filter((day) => !ticked.has(dayAfter(day, 1))).map((day) => streakOf(days, day)));
}
`,
  },
  {
    path: 'components/streaks.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import { Pressable, StyleSheet, Text, View } from "react-native";

import { dayFromToday, formatDay, weekday } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { addMark, removeMark, useMarks } from "../lib/marks";
import { openScreen } from "../lib/navigation";
import { titleOf, useRecords } from "../lib/records";
import { longestStreak, streakOf } from "../lib/streaks";
import { RADIUS, SPACE, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";

const DAYS = [-6, -5, -4, -3, -2, -1, 0];

/** The last seven days to tick, and how long each streak is. */
export function Streaks({ kind }: { kind: KindName }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const ticks = useMarks("tick");
  const { form, noun } = KINDS[kind];
  const today = dayFromToday(0);
  return (
    <>
      <Columns>
        {useRecords(kind).map((record) => {
          const own = ticks.filter(({ of }) => of === record.id);
          const days = own.map(({ text }) => text);
          const toggle = (day: string) => {
            const tick = own.find(({ text }) => text === day);
            if (tick === undefined) addMark("tick", record.id, 1, day);
            else removeMark(tick.id);
          };
          return (
            <Card key={record.id} heading={titleOf(kind, record)} aside={<Text style={styles.streak}>{"🔥 " + say("days", { n: streakOf(days, today) })}</Text>}>
              <View style={styles.week}>
                {DAYS.map((ago) => {
                  const day = dayFromToday(ago);
                  const isTicked = days.includes(day);
                  return (
                    <Pressable
                      key={day}
                      accessibilityRole="checkbox"
                      accessibilityLabel={titleOf(kind, record) + ", " + formatDay(day)}
                      aria-checked={isTicked}
                      onPress={() => toggle(day)}
                      style={styles.day}
                    >
                      <Text style={styles.name}>{weekday(day)}</Text>
                      <View style={[styles.dot, isTicked && styles.ticked]}>
                        {isTicked && <Ionicons name="checkmark" size={18} color={theme.onPrimary} />}
                      </View>
                    </Pressable>
                  );
                })}
              </View>
              <Text style={styles.hint}>{say("longest", { days: say("days", { n: longestStreak(days) }) })}</Text>
            </Card>
          );
        })}
      </Columns>
      {form !== undefined && <Button icon="add" label={say("add", { noun })} tone="quiet" onPress={() => openScreen(form)} />}
    </>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    streak: { fontSize: 15, fontWeight: "800", color: theme.primary },
    week: { flexDirection: "row" },
    day: { flex: 1, minWidth: 0, minHeight: TOUCH + SPACE.l, alignItems: "center", justifyContent: "center", gap: SPACE.xs },
    name: { fontSize: 12, color: theme.muted },
    dot: { width: 32, height: 32, borderRadius: RADIUS.round, alignItems: "center", justifyContent: "center", borderWidth: 2, borderColor: theme.border },
    ticked: { borderColor: theme.primary, backgroundColor: theme.primary },
    hint: { fontSize: 13, color: theme.muted },
  });
`,
  },
  {
    path: 'components/player.tsx',
    content: `import { useEffect, useRef, useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { clockText } from "../lib/clock";
import { type KindName, KINDS } from "../lib/kinds";
import { setMark, useMarks } from "../lib/marks";
import { inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { playTone } from "../lib/tones";
import { say } from "../lib/words";
import { Artwork } from "./artwork";
import { Card } from "./card";
import { ChipRow } from "./chip-row";
import { Columns } from "./columns";
import { Heading } from "./heading";
import { IconButton } from "./icon-button";
import { RecordRow } from "./record-row";

const SPEEDS = ["0.75×", "1×", "1.25×", "1.5×", "2×"] as const;
const TICK_MS = 250;

/** Plays one track after the other; there is no recording, so a quiet generated melody stands in. */
export function Player({ kind, minutes }: { kind: KindName; minutes?: string }) {
  const styles = useStyles(createStyles);
  const tracks = inOrder(kind, useRecords(kind));
  const kept = useMarks("player").find(({ of }) => of === "place");
  const [id, setId] = useState(kept?.text ?? tracks[0]?.id ?? "");
  const [ms, setMs] = useState(kept?.value ?? 0);
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>("1×");
  const index = Math.max(0, tracks.findIndex((track) => track.id === id));
  const track = tracks[index];
  const length = Math.max(1, Number(minutes === undefined || track === undefined ? 3 : track[minutes])) * 60_000;
  const step = useRef(0);
  const go = (to: number) => {
    const next = tracks[(to + tracks.length) % tracks.length];
    setId(next?.id ?? "");
    setMs(0);
    setMark("player", "place", 0, next?.id ?? "");
  };
  useEffect(() => {
    if (!isPlaying) return;
    const tick = setInterval(() => {
      step.current += 1;
      if (step.current % 2 === 0) playTone(id, step.current);
      setMs((current) => Math.min(length, current + TICK_MS * Number.parseFloat(speed)));
    }, TICK_MS);
    return () => clearInterval(tick);
  }, [id, isPlaying, length, speed]);
  const toggle = () => {
    setIsPlaying(!isPlaying);
    setMark("player", "place", ms, id);
  };
  if (track === undefined) return <Text style={styles.hint}>{say("noneYet", { nouns: KINDS[kind].nouns })}</Text>;
  const isOver = ms >= length;
  return (
    <Columns>
      <Card>
        <Artwork text={titleOf(kind, track)} icon={KINDS[kind].icon} height={220} radius={RADIUS.m} />
        <Heading level={2} style={styles.title}>
          {titleOf(kind, track)}
        </Heading>
        <View accessibilityRole="progressbar" accessibilityLabel={say("playedSoFar")} aria-valuenow={Math.round((100 * ms) / length)} style={styles.track}>
          <View style={[styles.fill, { width: \`\${(100 * ms) / length}%\` }]} />
        </View>
        <View style={styles.times}>
          <Text style={styles.hint}>{clockText(ms)}</Text>
          <Text style={styles.hint}>{clockText(length)}</Text>
        </View>
        <View style={styles.buttons}>
          <IconButton icon="play-skip-back" label={say("previousTrack")} onPress={() => go(index - 1)} />
          <IconButton icon="play-back" label={say("backSeconds")} onPress={() => setMs(Math.max(0, ms - 15_000))} />
          <IconButton icon={isPlaying && !isOver ? "pause" : "play"} label={say(isPlaying && !isOver ? "pause" : "play")} tone="primary" onPress={isOver ? () => go(index + 1) : toggle} />
          <IconButton icon="play-forward" label={say("onSeconds")} onPress={() => setMs(Math.min(length, ms + 15_000))} />
          <IconButton icon="play-skip-forward" label={say("nextTrack")} onPress={() => go(index + 1)} />
        </View>
        <ChipRow label={say("speedOf")} choices={SPEEDS} chosen={speed} onChoose={setSpeed} />
        <Text style={styles.hint}>{say("generatedSound")}</Text>
      </Card>
      <Card heading={say("queue")}>
        {tracks.map((one, at) => (
          <RecordRow
            key={one.id}
            icon={one.id === track.id ? "volume-medium" : KINDS[kind].icon}
            summary={summaryOf(kind, one)}
            onPress={() => {
              go(at);
              setIsPlaying(true);
            }}
          />
        ))}
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    title: { paddingTop: SPACE.s, fontSize: 22, lineHeight: 28, fontWeight: "800", color: theme.text },
    track: { height: 8, borderRadius: RADIUS.round, overflow: "hidden", backgroundColor: theme.tint },
    fill: { height: 8, backgroundColor: theme.primary },
    times: { flexDirection: "row", justifyContent: "space-between" },
    buttons: { flexDirection: "row", flexWrap: "wrap", justifyContent: "space-between", alignItems: "center" },
    hint: { fontSize: 13, lineHeight: 18, color: theme.muted },
  });
`,
  },
  {
    path: 'lib/tones.ts',
    content: `import { Platform } from "react-native";

/** Steps of a scale in which nothing sounds wrong, in half tones. */
const SCALE = [0, 2, 4, 7, 9, 12];

let context: AudioContext | undefined;

/** A soft note in a browser; the same track has the same melody. Elsewhere it is quiet: there is no sound in the kit. */
export function playTone(track: string, step: number): void {
  if (Platform.OS !== "web" || typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  const seed = [...track].reduce((sum, letter) => sum + letter.charCodeAt(0), step * step);
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  const now = context.currentTime;
  oscillator.type = "sine";
  oscillator.frequency.value = 261.6 * 2 ** ((SCALE[seed % SCALE.length] ?? 0) / 12);
  volume.gain.setValueAtTime(0.0001, now);
  volume.gain.exponentialRampToValueAtTime(0.08, now + 0.04);
  volume.gain.exponentialRampToValueAtTime(0.0001, now + 0.45);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(now);
  oscillator.stop(now + 0.5);
}
`,
  },
  {
    path: 'components/checklist.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import { openScreen } from "../lib/navigation";
import { inOrder, summaryOf, useRecords } from "../lib/records";
import { addRecord, updateRecord } from "../lib/store";
import { RADIUS, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { FlagButton } from "./flag-button";
import { RecordRow } from "./record-row";
import { TextField } from "./text-field";

/** What is open to tick off, what is done below, and a line to add more. */
export function Checklist({ kind, done }: { kind: KindName; done: string }) {
  const styles = useStyles(createStyles);
  const records = inOrder(kind, useRecords(kind));
  const [text, setText] = useState("");
  const { title, noun, icon, details } = KINDS[kind];
  const ticked = records.filter((record) => record[done] === true);
  const add = () => {
    if (text.trim() === "") return;
    addRecord(kind, { ...BLANK[kind], [title]: text.trim() } as never);
    setText("");
  };
  const rows = (isDone: boolean) =>
    records
      .filter((record) => (record[done] === true) === isDone)
      .map((record) => (
        <RecordRow
          key={record.id}
          icon={icon}
          summary={summaryOf(kind, record)}
          isDone={isDone}
          leading={<FlagButton kind={kind} record={record} />}
          onPress={details === undefined ? undefined : () => openScreen(details, { id: record.id })}
        />
      ));
  return (
    <Columns>
      <Card heading={say("countOf", { shown: ticked.length, all: records.length })}>
        <View style={styles.track}>
          <View style={[styles.fill, { width: \`\${(100 * ticked.length) / Math.max(1, records.length)}%\` }]} />
        </View>
        {rows(false)}
        {ticked.length === records.length && <Text style={styles.hint}>{say("allDone")}</Text>}
        <TextField label={say("add", { noun })} value={text} onChange={setText} onSubmit={add} />
        <Button icon="add" label={say("addLine")} tone="quiet" onPress={add} />
      </Card>
      {ticked.length > 0 && (
        <Card heading={say("finished")}>
          {rows(true)}
          <Button label={say("untickAll")} tone="quiet" onPress={() => ticked.forEach(({ id }) => updateRecord(kind, id, { [done]: false } as never))} />
        </Card>
      )}
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    track: { height: 8, borderRadius: RADIUS.round, overflow: "hidden", backgroundColor: theme.tint },
    fill: { height: 8, backgroundColor: theme.primary },
    hint: { fontSize: 15, color: theme.muted },
  });
`,
  },
  {
    path: 'components/stock.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { dayFromToday, formatDay } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { addMark, useMarks } from "../lib/marks";
import { formatNumber, readNumber } from "../lib/numbers";
import { titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { Chip } from "./chip";
import { Columns } from "./columns";
import { DetailLine } from "./detail-line";
import { TextField } from "./text-field";

interface StockProps {
  kind: KindName;
  /** How many there are, and below how many there are too few. */
  level: string;
  least?: string;
}

const LEAST = 5;

/** Takes stock in and out, warns where there is too little, and remembers each movement. */
export function Stock({ kind, level, least }: StockProps) {
  const styles = useStyles(createStyles);
  const items = useRecords(kind);
  const moves = useMarks("stock");
  const [id, setId] = useState(items[0]?.id ?? "");
  const [text, setText] = useState("1");
  const [problem, setProblem] = useState<string>();
  const item = items.find((one) => one.id === id);
  const unit = KINDS[kind].fields.find(({ name }) => name === level)?.unit;
  const leastOf = (one: (typeof items)[number]) => Number(least === undefined ? LEAST : one[least]);
  const low = items.filter((one) => Number(one[level]) <= leastOf(one));
  const move = (sign: 1 | -1) => {
    const amount = readNumber(text, unit);
    if (item === undefined || amount === undefined || amount <= 0) return setProblem(say("cannotRead", { example: formatNumber(12) }));
    const next = Number(item[level]) + sign * amount;
    if (next < 0) return setProblem(say("notSoMany", { n: formatNumber(Number(item[level]), unit) }));
    updateRecord(kind, id, { [level]: next } as never);
    addMark("stock", id, sign * amount, dayFromToday(0));
    setProblem(undefined);
  };
  return (
    <Columns>
      {low.length > 0 && (
        <Card heading={say("lowStock")} aside={<Text style={styles.warning}>{low.length}</Text>}>
          {low.map((one) => (
            <View key={one.id} style={styles.low}>
              <Text style={styles.name}>{titleOf(kind, one)}</Text>
              <Text style={styles.warning}>{formatNumber(Number(one[level]), unit)}</Text>
            </View>
          ))}
        </Card>
      )}
      <Card heading={say("inAndOut")}>
        <View style={styles.chips}>
          {items.map((one) => (
            <Chip key={one.id} label={titleOf(kind, one)} role="button" isChosen={one.id === id} onPress={() => setId(one.id)} />
          ))}
        </View>
        {item !== undefined && <Text style={styles.level}>{formatNumber(Number(item[level]), unit)}</Text>}
        <TextField label={say("amount")} value={text} onChange={setText} isNumeric unit={unit} error={problem} />
        <ButtonRow>
          <Button icon="arrow-down" label={say("stockIn")} onPress={() => move(1)} />
          <Button icon="arrow-up" label={say("stockOut")} tone="quiet" onPress={() => move(-1)} />
        </ButtonRow>
      </Card>
      <Card heading={say("movements")}>
        {moves.length === 0 && <Text style={styles.hint}>{say("nothingYet")}</Text>}
        {moves.slice(0, 8).map((one) => (
          <DetailLine
            key={one.id}
            label={titleOf(kind, items.find((other) => other.id === one.of) ?? { id: "" }) + " · " + formatDay(one.text)}
            value={(one.value > 0 ? "+" : "") + formatNumber(one.value, unit)}
          />
        ))}
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    chips: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
    low: { minHeight: 40, flexDirection: "row", alignItems: "center", justifyContent: "space-between", gap: SPACE.s },
    name: { flexShrink: 1, fontSize: 16, fontWeight: "600", color: theme.text },
    warning: { fontSize: 16, fontWeight: "800", color: theme.danger },
    level: { paddingVertical: SPACE.m, fontSize: 40, fontWeight: "800", textAlign: "center", borderRadius: RADIUS.m, overflow: "hidden", color: theme.primary, backgroundColor: theme.tint },
    hint: { fontSize: 15, color: theme.muted },
  });
`,
  },
  {
    path: 'components/comparison.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { type AnyRecord, titleOf, useRecords, valueText } from "../lib/records";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Chip } from "./chip";
import { Columns } from "./columns";

const MOST = 3;

/** Two or three records side by side; the best figure of a row stands out: the lowest price, the highest number. */
export function Comparison({ kind }: { kind: KindName }) {
  const styles = useStyles(createStyles);
  const records = useRecords(kind);
  const [ids, setIds] = useState(() => records.slice(0, 2).map(({ id }) => id));
  const chosen = ids.flatMap((id) => records.find((record) => record.id === id) ?? []);
  const toggle = (id: string) => setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-MOST));
  const fields = KINDS[kind].fields.filter(({ name, type }) => name !== KINDS[kind].title && type !== "longtext");
  return (
    <Columns>
      <Card heading={KINDS[kind].plural}>
        <View style={styles.chips}>
          {records.map((record) => (
            <Chip key={record.id} label={titleOf(kind, record)} role="checkbox" isChosen={ids.includes(record.id)} onPress={() => toggle(record.id)} />
          ))}
        </View>
      </Card>
      <Card>
        <View style={styles.row}>
          <Text style={styles.label}>{say("sideBySide")}</Text>
          {chosen.map((record) => (
            <Text key={record.id} style={styles.head}>
              {titleOf(kind, record)}
            </Text>
          ))}
        </View>
        {fields.map((field) => (
          <View key={field.name} style={styles.row}>
            <Text style={styles.label}>{field.label}</Text>
            {chosen.map((record) => (
              <Text key={record.id} style={[styles.cell, isBest(field, record, chosen) && styles.best]}>
                {(isBest(field, record, chosen) ? "★ " : "") + (valueText(field, record[field.name]) || "–")}
              </Text>
            ))}
          </View>
        ))}
      </Card>
    </Columns>
  );
}

function isBest({ name, type, isYear }: Field, record: AnyRecord, all: readonly AnyRecord[]): boolean {
  if ((type !== "money" && type !== "number") || isYear === true || all.length < 2) return false;
  const values = all.map((one) => Number(one[name]));
  const best = type === "money" ? Math.min(...values) : Math.max(...values);
  return Number(record[name]) === best && values.some((value) => value !== best);
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    chips: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
    row: { flexDirection: "row", gap: SPACE.s, paddingVertical: SPACE.s, borderBottomWidth: StyleSheet.hairlineWidth, borderBottomColor: theme.border },
    label: { flex: 1, minWidth: 0, fontSize: 13, lineHeight: 18, color: theme.muted },
    head: { flex: 1, minWidth: 0, fontSize: 15, lineHeight: 20, fontWeight: "800", color: theme.text },
    cell: { flex: 1, minWidth: 0, fontSize: 14, lineHeight: 20, color: theme.text },
    best: { fontWeight: "800", color: theme.primary },
  });
`,
  },
  {
    path: 'components/schedule.tsx',
    content: `import { StyleSheet, Text, View } from "react-native";

import { dayAfter, dayFromToday, formatDay } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { RecordRow } from "./record-row";
import { showToast } from "./toast";

interface ScheduleProps {
  kind: KindName;
  /** When it was last done, and every how many days. */
  date: string;
  every: string;
}

/** What is due, what comes soon; done once, it comes round again. */
export function Schedule({ kind, date, every }: ScheduleProps) {
  const styles = useStyles(createStyles);
  const today = dayFromToday(0);
  const { icon, details } = KINDS[kind];
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
          {rows.length === 0 && <Text style={styles.hint}>{say(index === 0 ? "nothingDue" : "nothingYet")}</Text>}
          {rows.map(({ record, day }) => (
            <View key={record.id}>
              <RecordRow
                icon={icon}
                summary={{ title: titleOf(kind, record), subtitle: say("everyDays", { n: Number(record[every]) }), value: formatDay(day) }}
                onPress={details === undefined ? undefined : () => openScreen(details, { id: record.id })}
              />
              {index === 0 && <Button icon="checkmark" label={say("markDone", { name: titleOf(kind, record) })} tone="quiet" onPress={() => finish(record.id)} />}
            </View>
          ))}
        </Card>
      ))}
    </Columns>
  );
}

const createStyles = (theme: Theme) => StyleSheet.create({ hint: { fontSize: 15, color: theme.muted } });
`,
  },
  {
    path: 'lib/markdown.ts',
    content: `/** A piece of a text in Markdown. */
export interface Block {
  kind: "heading" | "item" | "quote" | "code" | "text";
  level: number;
  parts: readonly { text: string; isBold: boolean; isItalic: boolean; isCode: boolean }[];
}

/** Reads headings, lists, quotes, code and paragraphs, line by line. */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let isCode = false;
  for (const line of text.split("\\n")) {
    if (line.startsWith("\`\`\`")) isCode = !isCode;
    else if (isCode) blocks.push({ kind: "code", level: 0, parts: [{ text: line, isBold: false, isItalic: false, isCode: true }] });
    else if (line.trim() !== "") blocks.push(readLine(line));
  }
  return blocks;
}

function readLine(line: string): Block {
  const heading = /^(#{1,6}) +/.exec(line);
  if (heading !== null) return { kind: "heading", level: (heading[1] ?? "#").length, parts: readParts(line.slice(heading[0].length)) };
  const item = /^ *(?:[-*+]|\\d+\\.) +/.exec(line);
  if (item !== null) return { kind: "item", level: 0, parts: readParts(line.slice(item[0].length)) };
  if (line.startsWith("> ")) return { kind: "quote", level: 0, parts: readParts(line.slice(2)) };
  return { kind: "text", level: 0, parts: readParts(line) };
}

function readParts(line: string): Block["parts"] {
  return line
    .split(/(\\*\\*[^*]+\\*\\*|\\*[^*]+\\*|_[^_]+_|\`[^\`]+\`)/)
    .filter((part) => part !== "")
    .map((part) => {
      const isBold = /^\\*\\*.+\\*\\*$/.test(part);
      const isCode = /^\`.+\`$/.test(part);
      const isItalic = !isBold && /^(?:\\*.+\\*|_.+_)$/.test(part);
      const around = isBold ? 2 : isItalic || isCode ? 1 : 0;
      return { text: part.slice(around, part.length - around), isBold, isItalic, isCode };
    });
}
`,
  },
  {
    path: 'components/markdown.tsx',
    content: `import { Platform, StyleSheet, Text, View } from "react-native";

import { readMarkdown } from "../lib/markdown";
import { SPACE, type Theme, useStyles } from "../lib/theme";

/** A text in Markdown as it reads. */
export function Markdown({ text }: { text: string }) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.all}>
      {readMarkdown(text).map(({ kind, level, parts }, index) => (
        <Text key={index} style={[styles.text, kind === "heading" && (level === 1 ? styles.first : styles.heading), kind === "quote" && styles.quote, kind === "code" && styles.code]}>
          {kind === "item" && "•  "}
          {parts.map((part, at) => (
            <Text key={at} style={[part.isBold && styles.bold, part.isItalic && styles.italic, part.isCode && styles.code]}>
              {part.text}
            </Text>
          ))}
        </Text>
      ))}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    all: { gap: SPACE.s },
    text: { fontSize: 16, lineHeight: 24, color: theme.text },
    first: { fontSize: 26, lineHeight: 32, fontWeight: "800" },
    heading: { fontSize: 20, lineHeight: 26, fontWeight: "700" },
    quote: { paddingLeft: 12, borderLeftWidth: 4, borderLeftColor: theme.primary, color: theme.muted },
    code: { fontFamily: Platform.select({ ios: "Menlo", default: "monospace" }), backgroundColor: theme.tint },
    bold: { fontWeight: "800" },
    italic: { fontStyle: "italic" },
  });
`,
  },
  {
    path: 'components/editor.tsx',
    content: `import { useState } from "react";
import { Platform, StyleSheet, Text, TextInput, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import { titleOf, useRecords } from "../lib/records";
import { addRecord, updateRecord } from "../lib/store";
import { SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Chip } from "./chip";
import { ChipRow } from "./chip-row";
import { Columns } from "./columns";
import { Markdown } from "./markdown";
import { TextField } from "./text-field";

interface EditorProps {
  kind: KindName;
  /** The field with the long text. */
  body: string;
  syntax: "markdown" | "html";
}

const SNIPPETS = {
  markdown: { "H": "\\n## ", "B": "**bold**", "I": "*italic*", "•": "\\n- ", "<>": "\`code\`" },
  html: { "h2": "\\n<h2></h2>", "b": "<b></b>", "p": "\\n<p></p>", "ul": "\\n<ul>\\n  <li></li>\\n</ul>", "a": '<a href=""></a>' },
} as const;

/** Writing on one side, how it reads on the other; every letter is kept. */
export function Editor({ kind, body, syntax }: EditorProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const documents = useRecords(kind);
  const [id, setId] = useState(documents[0]?.id);
  const current = documents.find((one) => one.id === id) ?? documents[0];
  const { title, noun, label } = KINDS[kind];
  const names = documents.map((one) => titleOf(kind, one));
  const text = String(current?.[body] ?? "");
  const write = (changes: Record<string, string>) => current !== undefined && updateRecord(kind, current.id, changes as never);
  return (
    <>
      <ChipRow
        label={KINDS[kind].plural}
        choices={names}
        chosen={names[documents.findIndex((one) => one.id === current?.id)] ?? ""}
        onChoose={(name) => setId(documents[names.indexOf(name)]?.id)}
      />
      <Columns>
        <Card>
          <TextField label={KINDS[kind].fields.find(({ name }) => name === title)?.label ?? label} value={current === undefined ? "" : titleOf(kind, current)} onChange={(name) => write({ [title]: name })} />
          <View style={styles.tools}>
            {Object.entries(SNIPPETS[syntax]).map(([name, snippet]) => (
              <Chip key={name} label={name} role="button" isChosen={false} onPress={() => write({ [body]: text + snippet })} />
            ))}
          </View>
          <TextInput
            accessibilityLabel={say("writing")}
            value={text}
            onChangeText={(written) => write({ [body]: written })}
            multiline
            autoCapitalize={syntax === "html" ? "none" : "sentences"}
            autoCorrect={syntax !== "html"}
            placeholder={say("writeHere")}
            placeholderTextColor={theme.muted}
            style={styles.input}
          />
          <Text style={styles.hint}>{say("words", { n: text.split(/\\s+/).filter(Boolean).length })}</Text>
        </Card>
        <Card heading={say("preview")}>
          {syntax === "markdown" ? (
            <Markdown text={text} />
          ) : Platform.OS === "web" ? (
            <iframe title={say("preview")} sandbox="" srcDoc={text} style={FRAME} />
          ) : (
            <Text style={styles.plain}>{text.replace(/<[^<>]*>/g, "")}</Text>
          )}
        </Card>
      </Columns>
      <Button icon="add" label={say("add", { noun })} tone="quiet" onPress={() => setId(addRecord(kind, { ...BLANK[kind], [title]: say("untitled") } as never))} />
    </>
  );
}

/** Pages are written for a white ground. */
const FRAME = { width: "100%", height: 360, border: 0, borderRadius: 12, backgroundColor: "#ffffff" };

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    tools: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
    input: {
      minHeight: 280,
      padding: 12,
      borderRadius: 12,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.background,
      fontFamily: Platform.select({ ios: "Menlo", default: "monospace" }),
      fontSize: 15,
      lineHeight: 22,
      textAlignVertical: "top",
      color: theme.text,
    },
    plain: { fontSize: 16, lineHeight: 24, color: theme.text },
    hint: { fontSize: 13, color: theme.muted },
  });
`,
  },
  {
    path: 'components/report.tsx',
    content: `import { useState } from "react";
import { Platform, Share, StyleSheet, Text, View } from "react-native";

import { dayFromToday, typedDay } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { inOrder, isFound, titleOf, useRecords, valueText } from "../lib/records";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Chip } from "./chip";
import { ChoiceField } from "./choice-field";
import { Columns } from "./columns";
import { SearchField } from "./search-field";
import { showToast } from "./toast";

/** A report of what is searched for: choose the fields and the form, read it, copy it. */
export function Report({ kind }: { kind: KindName }) {
  const styles = useStyles(createStyles);
  const records = inOrder(kind, useRecords(kind));
  const forms = [say("summaryReport"), say("fullReport")];
  const [search, setSearch] = useState("");
  const [form, setForm] = useState(forms[1] ?? "");
  const { fields, title, plural, nouns } = KINDS[kind];
  const offered = fields.filter(({ name, type }) => name !== title && type !== "longtext");
  const [names, setNames] = useState(() => offered.slice(0, 4).map(({ name }) => name));
  const chosen = offered.filter(({ name }) => names.includes(name));
  const found = records.filter((record) => isFound(kind, record, search.trim()));
  const sums = chosen.filter(({ type }) => type === "money" || type === "number");
  const text = [
    plural + ", " + typedDay(dayFromToday(0)),
    say("entries", { n: found.length }),
    ...sums.map((field) => field.label + ": " + valueText(field, found.reduce((sum, record) => sum + Number(record[field.name]), 0) / (field.summary === "sum" ? 1 : Math.max(1, found.length))) + (field.summary === "sum" ? "" : " (Ø)")),
    ...(form === forms[0] ? [] : found.map((record) => "\\n" + [titleOf(kind, record), ...chosen.map((field) => field.label + ": " + valueText(field, record[field.name]))].join("\\n  "))),
  ].join("\\n");
  const copy = async () => {
    if (Platform.OS === "web") await navigator.clipboard.writeText(text);
    else await Share.share({ message: text });
    showToast({ message: say("copied") });
  };
  return (
    <Columns>
      <Card>
        <SearchField label={say("search", { nouns })} value={search} onChange={setSearch} />
        <Text style={styles.label}>{say("contents")}</Text>
        <View style={styles.chips}>
          {offered.map(({ name, label }) => (
            <Chip
              key={name}
              label={label}
              role="checkbox"
              isChosen={names.includes(name)}
              onPress={() => setNames(names.includes(name) ? names.filter((one) => one !== name) : [...names, name])}
            />
          ))}
        </View>
        <ChoiceField label={say("formOfReport")} choices={forms} value={form} onChange={setForm} />
      </Card>
      <Card heading={say("report")}>
        <Text selectable style={styles.text}>
          {text}
        </Text>
        <Button icon="copy-outline" label={say(Platform.OS === "web" ? "copy" : "share")} onPress={() => void copy().catch(() => undefined)} />
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    label: { fontSize: 14, fontWeight: "600", color: theme.text },
    chips: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
    text: { fontSize: 15, lineHeight: 24, color: theme.text },
  });
`,
  },
  {
    path: 'components/reading.tsx',
    content: `import { StyleSheet, Text } from "react-native";

import { type Theme, useStyles } from "../lib/theme";
import { Card } from "./card";
import { Columns } from "./columns";

interface ReadingProps {
  sections: readonly { heading: string; text: string }[];
}

/** Text to read, part by part. */
export function Reading({ sections }: ReadingProps) {
  const styles = useStyles(createStyles);
  return (
    <Columns>
      {sections.map(({ heading, text }) => (
        <Card key={heading} heading={heading}>
          <Text style={styles.text}>{text}</Text>
        </Card>
      ))}
    </Columns>
  );
}

const createStyles = (theme: Theme) => StyleSheet.create({ text: { fontSize: 16, lineHeight: 26, color: theme.text } });
`,
  },
  {
    path: 'components/drawing.tsx',
    content: `import { useState } from "react";
import { type GestureResponderEvent, Pressable, StyleSheet, View } from "react-native";
import Svg, { Path } from "react-native-svg";

import { addMark, removeMark, useMarks } from "../lib/marks";
import { RADIUS, SPACE, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Stepper } from "./stepper";

const COLOURS = ["#111827", "#dc2626", "#ea580c", "#16a34a", "#2563eb", "#9333ea", "#ffffff"];

function placeOf({ locationX, locationY }: GestureResponderEvent["nativeEvent"]): string {
  return String(Math.round(locationX)) + " " + String(Math.round(locationY));
}

/** A sheet to draw on; every stroke is kept. */
export function Drawing() {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const strokes = useMarks("stroke");
  const [colour, setColour] = useState(theme.primary);
  const [width, setWidth] = useState(6);
  const [line, setLine] = useState("");
  const pen = {
    onStartShouldSetResponder: () => true,
    onMoveShouldSetResponder: () => true,
    onResponderTerminationRequest: () => false,
    onResponderGrant: ({ nativeEvent }: GestureResponderEvent) => setLine("M" + placeOf(nativeEvent) + "l0.1 0"),
    onResponderMove: ({ nativeEvent }: GestureResponderEvent) => setLine(line + "L" + placeOf(nativeEvent)),
    onResponderRelease: () => {
      addMark("stroke", colour, width, line);
      setLine("");
    },
  };
  const shown = [...strokes].reverse();
  return (
    <>
      <View {...pen} accessibilityRole="image" accessibilityLabel={say("sheet", { n: strokes.length })} style={styles.sheet}>
        <Svg width="100%" height="100%" pointerEvents="none">
          {shown.map(({ id, of, value, text }) => (
            <Path key={id} d={text} stroke={of} strokeWidth={value} fill="none" strokeLinecap="round" strokeLinejoin="round" />
          ))}
          {line !== "" && <Path d={line} stroke={colour} strokeWidth={width} fill="none" strokeLinecap="round" strokeLinejoin="round" />}
        </Svg>
      </View>
      <View accessibilityRole="radiogroup" accessibilityLabel={say("colour")} style={styles.colours}>
        {[theme.primary, ...COLOURS].map((one) => (
          <Pressable
            key={one}
            accessibilityRole="radio"
            accessibilityLabel={say("colour") + " " + one}
            aria-checked={one === colour}
            onPress={() => setColour(one)}
            style={[styles.colour, { backgroundColor: one }, one === colour && styles.chosen]}
          />
        ))}
      </View>
      <Stepper label={say("penWidth")} value={width} min={2} max={40} step={2} onChange={setWidth} />
      <ButtonRow>
        <Button icon="arrow-undo-outline" label={say("undo")} tone="quiet" onPress={() => strokes[0] !== undefined && removeMark(strokes[0].id)} />
        <Button icon="trash-outline" label={say("clear")} tone="danger" onPress={() => strokes.forEach(({ id }) => removeMark(id))} />
      </ButtonRow>
    </>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    sheet: { height: 420, borderRadius: RADIUS.l, borderWidth: 1, borderColor: theme.border, backgroundColor: "#ffffff", overflow: "hidden", touchAction: "none" } as object,
    colours: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
    colour: { width: TOUCH, height: TOUCH, borderRadius: RADIUS.round, borderWidth: 2, borderColor: theme.border },
    chosen: { borderColor: theme.text, borderWidth: 4 },
  });
`,
  },
];
