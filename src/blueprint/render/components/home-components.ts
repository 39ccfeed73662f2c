import type { SourceFile } from '../../../generation/plan.js';

/** Cards of the home screen and the statistics: every figure is counted from the store. */
export const homeComponents: readonly SourceFile[] = [
  {
    path: 'lib/next-up.ts',
    content: `import { dayAfter, dayFromToday, formatDay } from "./dates";
import { type KindName, KINDS } from "./kinds";
import { type AnyRecord, fieldOf, inOrder, recordsOf, summaryOf, titleOf, valueText } from "./records";
import { say } from "./words";

/** The next useful thing: what is due, what comes next, what is open, how the month stands, or what came last. */
export interface NextUp {
  overline: string;
  title: string;
  detail: string;
  kind: KindName;
  /** The record it is about. */
  id?: string;
}

export function nextUp(kinds: readonly KindName[]): NextUp | undefined {
  for (const find of [due, upcoming, open, thisMonth, latest]) {
    for (const kind of kinds) {
      const found = find(kind, inOrder(kind, recordsOf(kind)));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** When a thing is due that comes round every so many days. */
export function dueDay(kind: KindName, record: AnyRecord): string | undefined {
  const date = fieldOf(kind, "date");
  const every = KINDS[kind].fields.find(({ type, name }) => type === "number" && name === "everyDays");
  if (date === undefined || every === undefined) return undefined;
  return dayAfter(String(record[date.name]), Number(record[every.name]));
}

function about(kind: KindName, overline: string, record: AnyRecord, detail = summaryOf(kind, record).subtitle): NextUp {
  return { overline, title: titleOf(kind, record), detail, kind, id: record.id };
}

function due(kind: KindName, records: AnyRecord[]): NextUp | undefined {
  const byDay = records.flatMap((record) => {
    const day = dueDay(kind, record);
    return day === undefined ? [] : [{ day, record }];
  });
  const [first] = byDay.sort((a, b) => a.day.localeCompare(b.day));
  return first && about(kind, say("dueNext"), first.record, formatDay(first.day));
}

function upcoming(kind: KindName, records: AnyRecord[]): NextUp | undefined {
  const date = fieldOf(kind, "date");
  if (date === undefined || KINDS[kind].order !== "nearest") return undefined;
  const next = records.find((record) => String(record[date.name]) >= dayFromToday(0) && record.done !== true);
  return next && about(kind, say("next"), next);
}

function open(kind: KindName, records: AnyRecord[]): NextUp | undefined {
  const undone = records.filter(({ done }) => done === false);
  return undone[0] && about(kind, say("openCount", { n: undone.length }), undone[0]);
}

function thisMonth(kind: KindName, records: AnyRecord[]): NextUp | undefined {
  const date = fieldOf(kind, "date");
  const summed = KINDS[kind].fields.find(({ summary }) => summary === "sum");
  if (date === undefined || summed === undefined) return undefined;
  const ofMonth = records.filter((record) => String(record[date.name]).startsWith(dayFromToday(0).slice(0, 7)));
  if (ofMonth.length === 0) return undefined;
  const total = ofMonth.reduce((sum, record) => sum + Number(record[summed.name]), 0);
  const detail = KINDS[kind].plural + " · " + say("entries", { n: ofMonth.length });
  return { overline: say("thisMonth"), title: valueText(summed, total), detail, kind };
}

function latest(kind: KindName, records: AnyRecord[]): NextUp | undefined {
  return records[0] && about(kind, say("latest") + " · " + KINDS[kind].label, records[0]);
}
`,
  },
  {
    path: 'components/next-card.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import { LinearGradient } from "expo-linear-gradient";
import type { ComponentProps } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { nextUp } from "../lib/next-up";
import { useData } from "../lib/store";
import { RADIUS, SPACE, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Heading } from "./heading";

/** What matters next, large, with the ways to it. */
export function NextCard({ kinds }: { kinds: readonly [KindName, ...KindName[]] }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  useData();
  const next = nextUp(kinds);
  const kind = next?.kind ?? kinds[0];
  const { icon, noun, form, details, list } = KINDS[kind];
  const id = next?.id;
  return (
    <LinearGradient colors={theme.hero} start={{ x: 0, y: 0 }} end={{ x: 1, y: 1 }} style={styles.hero}>
      <View style={styles.top}>
        <View style={styles.icon}>
          <Ionicons name={icon} size={22} color={theme.onHero} />
        </View>
        <Text style={styles.overline}>{next?.overline ?? say("welcome")}</Text>
      </View>
      <Heading level={2} style={styles.title}>
        {next?.title ?? say("addFirst")}
      </Heading>
      {next !== undefined && next.detail !== "" && <Text style={styles.detail}>{next.detail}</Text>}
      <View style={styles.buttons}>
        {id !== undefined && details !== undefined && (
          <HeroButton icon="arrow-forward" label={say("open")} onPress={() => openScreen(details, { id })} />
        )}
        {id === undefined && next !== undefined && list !== undefined && (
          <HeroButton icon="arrow-forward" label={KINDS[kind].plural} onPress={() => openScreen(list)} />
        )}
        {form !== undefined && <HeroButton icon="add" label={say("add", { noun })} onPress={() => openScreen(form)} />}
      </View>
    </LinearGradient>
  );
}

interface HeroButtonProps {
  icon: ComponentProps<typeof Ionicons>["name"];
  label: string;
  onPress: () => void;
}

function HeroButton({ icon, label, onPress }: HeroButtonProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={label}
      onPress={onPress}
      style={({ pressed }) => [styles.button, pressed && styles.pressed]}
    >
      <Ionicons name={icon} size={18} color={theme.onHero} />
      <Text style={styles.buttonText}>{label}</Text>
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    hero: { borderRadius: RADIUS.l, padding: SPACE.l, gap: SPACE.s, alignItems: "flex-start" },
    top: { flexDirection: "row", alignItems: "center", gap: SPACE.s },
    icon: {
      width: 36,
      height: 36,
      borderRadius: 12,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: "rgba(255, 255, 255, 0.16)",
    },
    overline: { flexShrink: 1, fontSize: 14, fontWeight: "600", color: theme.onHero },
    title: { alignSelf: "stretch", fontSize: 26, lineHeight: 32, fontWeight: "800", letterSpacing: -0.4, color: theme.onHero },
    detail: { fontSize: 15, lineHeight: 22, color: theme.onHero },
    buttons: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s, paddingTop: SPACE.s },
    button: {
      minHeight: TOUCH,
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.xs,
      paddingHorizontal: SPACE.m,
      borderRadius: RADIUS.round,
      borderWidth: 1,
      borderColor: theme.onHero,
    },
    buttonText: { flexShrink: 1, fontSize: 15, fontWeight: "700", color: theme.onHero },
    pressed: { opacity: 0.7 },
  });
`,
  },
  {
    path: 'components/shortcuts.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import { openScreen } from "../lib/navigation";
import { RADIUS, type Theme, useStyles, useTheme } from "../lib/theme";

interface Shortcut {
  icon: ComponentProps<typeof Ionicons>["name"];
  label: string;
  path: string;
}

/** What the app can do, a press away. */
export function Shortcuts({ items }: { items: readonly Shortcut[] }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <View style={styles.row}>
      {items.map(({ icon, label, path }) => (
        <Pressable
          key={path}
          accessibilityRole="link"
          accessibilityLabel={label}
          onPress={() => openScreen(path)}
          style={({ pressed }) => [styles.item, pressed && styles.pressed]}
        >
          <View style={styles.icon}>
            <Ionicons name={icon} size={22} color={theme.primary} />
          </View>
          <Text style={styles.label}>{label}</Text>
        </Pressable>
      ))}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { flexDirection: "row", flexWrap: "wrap", gap: 12 },
    item: {
      flexGrow: 1,
      flexBasis: "45%",
      minHeight: 64,
      flexDirection: "row",
      alignItems: "center",
      gap: 12,
      padding: 12,
      borderRadius: RADIUS.m,
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      backgroundColor: theme.surface,
      boxShadow: theme.shadow,
    },
    icon: {
      width: 40,
      height: 40,
      borderRadius: 12,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: theme.tint,
    },
    label: { flex: 1, minWidth: 0, fontSize: 15, fontWeight: "700", color: theme.text },
    pressed: { opacity: 0.7 },
  });
`,
  },
  {
    path: 'components/figure-tiles.tsx',
    content: `import { StyleSheet, View } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { valueText, useRecords } from "../lib/records";
import { SPACE } from "../lib/theme";
import { say } from "../lib/words";
import { StatTile } from "./stat-tile";

/** How many records of each kind there are, and what adds up. */
export function FigureTiles({ kinds, figures = 1 }: { kinds: readonly KindName[]; figures?: number }) {
  return (
    <View style={styles.tiles}>
      {kinds.map((kind) => (
        <Tiles key={kind} kind={kind} figures={figures} />
      ))}
    </View>
  );
}

function Tiles({ kind, figures }: { kind: KindName; figures: number }) {
  const records = useRecords(kind);
  const { icon, plural, list, fields } = KINDS[kind];
  const summed = fields.filter(({ summary }) => summary !== undefined).slice(0, figures);
  const value = ({ name, summary }: Field) =>
    records.reduce((sum, record) => sum + Number(record[name]), 0) / (summary === "average" ? Math.max(1, records.length) : 1);
  return (
    <>
      <StatTile icon={icon} value={String(records.length)} label={plural} onPress={list === undefined ? undefined : () => openScreen(list)} />
      {summed.map((field) => (
        <StatTile
          key={field.name}
          icon={field.type === "money" ? "cash-outline" : "trending-up-outline"}
          value={valueText(field, field.type === "money" ? value(field) : Math.round(10 * value(field)) / 10)}
          label={say(field.summary === "average" ? "average" : "total", { what: field.label })}
        />
      ))}
    </>
  );
}

const styles = StyleSheet.create({ tiles: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.m } });
`,
  },
  {
    path: 'components/latest-card.tsx',
    content: `import { Pressable, ScrollView, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { inOrder, summaryOf, useRecords } from "../lib/records";
import { SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { FlagButton, flagOf } from "./flag-button";
import { Heading } from "./heading";
import { PictureCard } from "./picture-card";
import { RecordRow } from "./record-row";

interface LatestCardProps {
  kind: KindName;
  count: number;
  /** Shows them as pictures side by side. */
  isPictured?: boolean;
}

/** The first records of a kind, and the way to all of them. */
export function LatestCard({ kind, count, isPictured = false }: LatestCardProps) {
  const styles = useStyles(createStyles);
  const records = inOrder(kind, useRecords(kind)).slice(0, count);
  const { plural, nouns, icon, details, list } = KINDS[kind];
  const nothing = records.length === 0 && <Text style={styles.nothing}>{say("nothingYet")}</Text>;
  const open = (id: string) => (details === undefined ? undefined : () => openScreen(details, { id }));
  const seeAll = list !== undefined && (
    <Pressable
      accessibilityRole="link"
      accessibilityLabel={say("seeAllOf", { nouns })}
      onPress={() => openScreen(list)}
      style={styles.seeAll}
    >
      <Text style={styles.seeAllText}>{say("seeAll")}</Text>
    </Pressable>
  );
  if (isPictured) {
    return (
      <View style={styles.shelf}>
        <View style={styles.shelfTop}>
          <Heading level={2} style={styles.shelfTitle}>
            {plural}
          </Heading>
          {seeAll}
        </View>
        <ScrollView horizontal showsHorizontalScrollIndicator={false} style={styles.scroll} contentContainerStyle={styles.shelfRow}>
          {records.map((record) => (
            <PictureCard key={record.id} width={168} icon={icon} summary={summaryOf(kind, record)} onPress={open(record.id)} />
          ))}
        </ScrollView>
        {nothing}
      </View>
    );
  }
  return (
    <Card heading={plural} aside={seeAll}>
      {nothing}
      {records.map((record) => (
        <RecordRow
          key={record.id}
          icon={icon}
          summary={summaryOf(kind, record)}
          isDone={record.done === true}
          leading={flagOf(kind) === "done" ? <FlagButton kind={kind} record={record} /> : undefined}
          onPress={open(record.id)}
        />
      ))}
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    seeAll: { minHeight: TOUCH, minWidth: TOUCH, marginVertical: -SPACE.s, justifyContent: "center", alignItems: "flex-end", paddingLeft: SPACE.s },
    seeAllText: { fontSize: 14, fontWeight: "700", color: theme.primary },
    shelf: { gap: SPACE.s },
    shelfTop: { flexDirection: "row", alignItems: "center", justifyContent: "space-between", gap: SPACE.s, minHeight: 28 },
    shelfTitle: { flexShrink: 1, fontSize: 20, fontWeight: "800", color: theme.text },
    scroll: { marginHorizontal: -SPACE.m },
    shelfRow: { gap: 12, paddingHorizontal: SPACE.m, paddingBottom: SPACE.xs },
    nothing: { paddingVertical: SPACE.s, fontSize: 15, color: theme.muted },
  });
`,
  },
  {
    path: 'components/days-card.tsx',
    content: `import { dayFromToday, weekday } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { fieldOf, useRecords, valueText } from "../lib/records";
import { say } from "../lib/words";
import { BarChart } from "./bar-chart";
import { Card } from "./card";

/** A bar for each of the last seven days, or the next where records lie ahead: what adds up, else how many. */
export function DaysCard({ kind }: { kind: KindName }) {
  const records = useRecords(kind);
  const { fields, plural, order } = KINDS[kind];
  const date = fieldOf(kind, "date");
  const summed = fields.find(({ summary }) => summary === "sum");
  const isAhead = order === "nearest";
  const bars = [0, 1, 2, 3, 4, 5, 6].map((index) => {
    const day = dayFromToday(isAhead ? index : index - 6);
    const ofDay = records.filter((record) => date !== undefined && record[date.name] === day);
    const value = summed === undefined ? ofDay.length : ofDay.reduce((sum, record) => sum + Number(record[summed.name]), 0);
    const text = summed === undefined ? String(value) : valueText({ ...summed, unit: undefined }, Math.round(value));
    return { key: day, label: weekday(day), value, text };
  });
  return (
    <Card heading={say(isAhead ? "nextDays" : "lastDays", { what: summed?.label ?? plural })}>
      <BarChart bars={bars} />
    </Card>
  );
}
`,
  },
  {
    path: 'components/shares-card.tsx',
    content: `import { type KindName, KINDS } from "../lib/kinds";
import { fieldOf, useRecords } from "../lib/records";
import { say } from "../lib/words";
import { Card } from "./card";
import { ShareBars } from "./share-bars";

/** How many records each choice has. */
export function SharesCard({ kind }: { kind: KindName }) {
  const records = useRecords(kind);
  const choice = fieldOf(kind, "choice");
  const count = (label: string) => records.filter((record) => choice !== undefined && record[choice.name] === label).length;
  return (
    <Card heading={say("byWhat", { what: KINDS[kind].plural, by: choice?.label ?? "" })}>
      <ShareBars shares={(choice?.choices ?? []).map((label) => ({ label, count: count(label) }))} />
    </Card>
  );
}
`,
  },
  {
    path: 'components/ring-row.tsx',
    content: `import { StyleSheet, View } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { useRecords } from "../lib/records";
import { SPACE } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Ring } from "./ring";

/** Shares of a whole: how many are done, an average in percent. */
export function RingRow({ kinds }: { kinds: readonly KindName[] }) {
  return (
    <Card heading={say("glance")}>
      <View style={styles.rings}>
        {kinds.map((kind) => (
          <Rings key={kind} kind={kind} />
        ))}
      </View>
    </Card>
  );
}

function Rings({ kind }: { kind: KindName }) {
  const records = useRecords(kind);
  const { fields, plural } = KINDS[kind];
  const all = Math.max(1, records.length);
  const share = ({ name, type }: Field) =>
    records.reduce((sum, record) => sum + (type === "boolean" ? 100 * Number(record[name] === true) : Number(record[name])), 0) / all;
  const shown = fields.filter(({ type, unit }) => type === "boolean" || unit === "%").slice(0, 1);
  return shown.map((field) => <Ring key={field.name} label={plural + ": " + field.label.toLowerCase()} percent={Math.round(share(field))} />);
}

const styles = StyleSheet.create({
  rings: { flexDirection: "row", flexWrap: "wrap", justifyContent: "space-around", gap: SPACE.m, paddingVertical: SPACE.s },
});
`,
  },
];
