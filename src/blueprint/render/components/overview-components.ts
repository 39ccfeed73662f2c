import type { SourceFile } from '../../../generation/plan.js';

/** Records by day and by place. */
export const overviewComponents: readonly SourceFile[] = [
  {
    path: 'components/month-grid.tsx',
    content: `import { useState } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import { dayFromToday, formatDay, monthName, weekday, weeksOf } from "../lib/dates";
import { RADIUS, SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Heading } from "./heading";
import { IconButton } from "./icon-button";

interface MonthGridProps {
  /** The chosen day, YYYY-MM-DD. */
  day: string;
  /** Days with a dot; one may be there several times. */
  marked: readonly string[];
  onChoose: (day: string) => void;
}

export function MonthGrid({ day, marked, onChoose }: MonthGridProps) {
  const styles = useStyles(createStyles);
  const [month, setMonth] = useState(day.slice(0, 7));
  const today = dayFromToday(0);
  return (
    <View style={styles.month}>
      <View style={styles.top}>
        <IconButton icon="chevron-back" label={say("monthBefore")} onPress={() => setMonth(monthAfter(month, -1))} />
        <Heading level={2} style={styles.name}>
          {monthName(month)}
        </Heading>
        <IconButton icon="chevron-forward" label={say("nextMonth")} onPress={() => setMonth(monthAfter(month, 1))} />
      </View>
      <View style={styles.week}>
        {(weeksOf(month)[0] ?? []).map((one) => (
          <Text key={one} style={styles.weekday}>
            {weekday(one)}
          </Text>
        ))}
      </View>
      {weeksOf(month).map((week) => (
        <View key={week[0]} style={styles.week}>
          {week.map((one) => {
            const count = marked.filter((other) => other === one).length;
            const isChosen = one === day;
            return (
              <Pressable
                key={one}
                accessibilityRole="button"
                accessibilityLabel={formatDay(one) + ": " + say("entries", { n: count })}
                accessibilityState={{ selected: isChosen }}
                onPress={() => onChoose(one)}
                style={[styles.day, isChosen && styles.chosen]}
              >
                <Text
                  style={[
                    styles.number,
                    !one.startsWith(month) && styles.outside,
                    one === today && styles.today,
                    isChosen && styles.chosenText,
                  ]}
                >
                  {Number(one.slice(8))}
                </Text>
                <View style={styles.dots}>
                  {Array.from({ length: Math.min(count, 3) }, (_, dot) => (
                    <View key={dot} style={[styles.dot, isChosen && styles.chosenDot]} />
                  ))}
                </View>
              </Pressable>
            );
          })}
        </View>
      ))}
    </View>
  );
}

function monthAfter(month: string, months: number): string {
  const [year = 2000, number = 1] = month.split("-").map(Number);
  const index = year * 12 + number - 1 + months;
  return \`\${Math.floor(index / 12)}-\${String((index % 12) + 1).padStart(2, "0")}\`;
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    month: { gap: SPACE.xs },
    top: { flexDirection: "row", alignItems: "center", justifyContent: "space-between" },
    name: { fontSize: 17, fontWeight: "700", color: theme.text },
    week: { flexDirection: "row" },
    weekday: { flex: 1, textAlign: "center", fontSize: 12, fontWeight: "600", color: theme.muted },
    day: { flex: 1, minHeight: TOUCH, alignItems: "center", justifyContent: "center", gap: 3, borderRadius: RADIUS.s },
    chosen: { backgroundColor: theme.primary },
    number: { fontSize: 15, fontVariant: ["tabular-nums"], color: theme.text },
    outside: { color: theme.muted },
    today: { fontWeight: "800", color: theme.primary },
    chosenText: { fontWeight: "800", color: theme.onPrimary },
    dots: { height: 5, flexDirection: "row", gap: 3 },
    dot: { width: 5, height: 5, borderRadius: RADIUS.round, backgroundColor: theme.primary },
    chosenDot: { backgroundColor: theme.onPrimary },
  });
`,
  },
  {
    path: 'components/drawn-map.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import { Pressable, StyleSheet, View } from "react-native";

import { RADIUS, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";

interface DrawnMapProps {
  pins: readonly { id: string; label: string }[];
  chosenId: string | undefined;
  onChoose: (id: string) => void;
}

const STREETS = [
  { top: "18%", turn: "-8deg" },
  { top: "46%", turn: "5deg" },
  { top: "74%", turn: "-4deg" },
  { top: "50%", turn: "82deg" },
  { top: "46%", turn: "64deg" },
  { top: "52%", turn: "104deg" },
] as const;

export function DrawnMap({ pins, chosenId, onChoose }: DrawnMapProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <View style={styles.map}>
      <View style={styles.water} />
      <View style={styles.park} />
      {STREETS.map(({ top, turn }) => (
        <View key={turn} style={[styles.street, { top, transform: [{ rotate: turn }] }]} />
      ))}
      {pins.map(({ id, label }, index) => {
        const isChosen = id === chosenId;
        return (
          <Pressable
            key={id}
            accessibilityRole="button"
            accessibilityLabel={say("pin", { name: label })}
            accessibilityState={{ selected: isChosen }}
            onPress={() => onChoose(id)}
            style={[styles.pin, { left: \`\${8 + ((index * 37) % 76)}%\`, top: \`\${6 + ((index * 29) % 74)}%\` }]}
          >
            <Ionicons name="location" size={isChosen ? 42 : 32} color={isChosen ? theme.danger : theme.primary} />
          </Pressable>
        );
      })}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    map: {
      height: 420,
      borderRadius: RADIUS.l,
      overflow: "hidden",
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      backgroundColor: theme.isDark ? "#1d2430" : "#ecebe4",
    },
    water: {
      position: "absolute",
      width: 320,
      height: 320,
      right: -120,
      bottom: -110,
      borderRadius: RADIUS.round,
      backgroundColor: theme.isDark ? "#173247" : "#b9dcee",
    },
    park: {
      position: "absolute",
      width: 170,
      height: 130,
      left: 28,
      top: 96,
      borderRadius: 48,
      backgroundColor: theme.isDark ? "#1e3a2a" : "#cfe5c4",
    },
    street: {
      position: "absolute",
      left: "-40%",
      width: "180%",
      height: 9,
      backgroundColor: theme.isDark ? "#333d4d" : "#ffffff",
    },
    pin: { position: "absolute", width: TOUCH, height: TOUCH, alignItems: "center", justifyContent: "center" },
  });
`,
  },
  {
    path: 'components/record-calendar.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { dayFromToday, formatDay } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { type AnyRecord, fieldOf, inOrder, recordsOf, summaryOf } from "../lib/records";
import { useData } from "../lib/store";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { MonthGrid } from "./month-grid";
import { RecordRow } from "./record-row";

/** A month with a dot on each day that has records; beside it the records of the chosen day. */
export function RecordCalendar({ kinds }: { kinds: readonly KindName[] }) {
  const styles = useStyles(createStyles);
  useData();
  const dayOf = (kind: KindName, record: AnyRecord) => String(record[fieldOf(kind, "date")?.name ?? ""] ?? "");
  const marked = kinds.flatMap((kind) => recordsOf(kind).map((record) => dayOf(kind, record)));
  const [day, setDay] = useState(() => dayToOpen(marked));
  const form = kinds.find((kind) => KINDS[kind].form !== undefined);
  return (
    <Columns>
      <Card>
        <MonthGrid day={day} onChoose={setDay} marked={marked} />
      </Card>
      <Card heading={formatDay(day)}>
        {!marked.includes(day) && <Text style={styles.nothing}>{say("nothingOnDay")}</Text>}
        {kinds.map((kind) =>
          inOrder(kind, recordsOf(kind).filter((record) => dayOf(kind, record) === day)).map((record) => (
            <RecordRow
              key={kind + record.id}
              icon={KINDS[kind].icon}
              summary={summaryOf(kind, record)}
              isDone={record.done === true}
              onPress={() => openScreen(KINDS[kind].details ?? "/", { id: record.id })}
            />
          )),
        )}
        {form !== undefined && (
          <Button
            icon="add"
            label={say("add", { noun: KINDS[form].noun })}
            tone="quiet"
            onPress={() => openScreen(KINDS[form].form ?? "/", { day })}
          />
        )}
      </Card>
    </Columns>
  );
}

/** Today where it has records, else the next day that has, else the last before it. */
function dayToOpen(marked: readonly string[]): string {
  const today = dayFromToday(0);
  const sorted = [...marked].sort();
  return sorted.find((day) => day >= today) ?? sorted.at(-1) ?? today;
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    nothing: { paddingVertical: SPACE.s, fontSize: 15, color: theme.muted },
  });
`,
  },
  {
    path: 'components/record-map.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Columns } from "./columns";
import { DrawnMap } from "./drawn-map";
import { RecordRow } from "./record-row";

/** A drawn map whose pins open records; it says that it is no real map. */
export function RecordMap({ kind }: { kind: KindName }) {
  const styles = useStyles(createStyles);
  const records = inOrder(kind, useRecords(kind));
  const [chosenId, setChosenId] = useState<string>();
  const chosen = records.find(({ id }) => id === chosenId) ?? records[0];
  return (
    <Columns>
      <DrawnMap
        pins={records.map((record) => ({ id: record.id, label: titleOf(kind, record) }))}
        chosenId={chosen?.id}
        onChoose={setChosenId}
      />
      {chosen !== undefined && (
        <Card>
          <RecordRow
            icon={KINDS[kind].icon}
            summary={summaryOf(kind, chosen)}
            onPress={() => openScreen(KINDS[kind].details ?? "/", { id: chosen.id })}
          />
          <Text style={styles.hint}>{say("drawnMap")}</Text>
        </Card>
      )}
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    hint: { fontSize: 13, lineHeight: 18, color: theme.muted },
  });
`,
  },
  {
    path: 'components/record-favourites.tsx',
    content: `import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { recordsOf, summaryOf } from "../lib/records";
import { useData } from "../lib/store";
import { say } from "../lib/words";
import { Card } from "./card";
import { EmptyState } from "./empty-state";
import { FlagButton } from "./flag-button";
import { RecordRow } from "./record-row";

/** Everything marked as a favourite, of every kind. */
export function RecordFavourites({ kinds }: { kinds: readonly KindName[] }) {
  useData();
  const groups = kinds.map((kind) => ({ kind, records: recordsOf(kind).filter(({ favourite }) => favourite === true) }));
  if (groups.every(({ records }) => records.length === 0)) {
    return <EmptyState icon="heart-outline" title={say("noFavourites")} hint={say("pressHeart")} />;
  }
  return groups
    .filter(({ records }) => records.length > 0)
    .map(({ kind, records }) => (
      <Card key={kind} heading={KINDS[kind].plural}>
        {records.map((record) => (
          <RecordRow
            key={record.id}
            icon={KINDS[kind].icon}
            summary={summaryOf(kind, record)}
            onPress={() => openScreen(KINDS[kind].details ?? "/", { id: record.id })}
            trailing={<FlagButton kind={kind} record={record} />}
          />
        ))}
      </Card>
    ));
}
`,
  },
];
