import type { ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { type AnyRecord, type Summary, summaryOf } from "../lib/records";
import { type IconName, SPACE, type Theme, useStyles, useTextScale } from "../lib/theme";
import { IconBox } from "./icon-box";
import { Press } from "./press";
import { Words } from "./words";

interface RecordRowProps {
  summary: Summary;
  icon: IconName;
  /** Draws the row as finished: for tasks alone. */
  isDone?: boolean;
  onPress?: () => void;
  /** A button in place of the icon. */
  leading?: ReactNode;
  /** A button at the end of the row. */
  trailing?: ReactNode;
}

/** One record in a list. */
export function RecordRow({ summary, icon, isDone = false, onPress, leading, trailing }: RecordRowProps) {
  const styles = useStyles(createStyles);
  const minWidth = 104 * useTextScale();
  const content = (
    <>
      {leading === undefined && <IconBox icon={icon} />}
      <View style={[styles.texts, { minWidth }]}>
        <Text style={[styles.title, isDone && styles.done]}>{summary.title}</Text>
        {summary.subtitle !== "" && <Words look="small">{summary.subtitle}</Words>}
      </View>
      {summary.value !== "" && <Text style={styles.value}>{summary.value}</Text>}
    </>
  );
  return (
    <View style={styles.row}>
      {leading}
      {onPress === undefined ? (
        <View style={styles.main}>{content}</View>
      ) : (
        <Press label={[summary.title, summary.subtitle, summary.value].filter(Boolean).join(", ")} onPress={onPress} style={styles.main}>
          {content}
        </Press>
      )}
      {trailing}
    </View>
  );
}

/** A record of a kind as a row, which opens it where it has a screen of its own. */
export function RecordLine({ kind, record, ...row }: { kind: KindName; record: AnyRecord } & Partial<RecordRowProps>) {
  const { icon, details } = KINDS[kind];
  const open = details === undefined ? undefined : () => openScreen(details, { id: record.id });
  return <RecordRow icon={icon} summary={summaryOf(kind, record)} isDone={record.done === true} onPress={open} {...row} />;
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { flexDirection: "row", alignItems: "center", gap: SPACE.xs },
    main: { flex: 1, minWidth: 0, minHeight: 56, flexDirection: "row", flexWrap: "wrap", alignItems: "center", columnGap: 12 },
    texts: { flex: 1, gap: 2, paddingVertical: SPACE.xs },
    title: { fontSize: 16, fontWeight: "600", color: theme.text },
    done: { color: theme.muted, textDecorationLine: "line-through" },
    value: { paddingHorizontal: SPACE.xs, fontSize: 15, fontWeight: "700", fontVariant: ["tabular-nums"], color: theme.primary },
  });
