import { StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";

export interface Bar {
  key: string;
  label: string;
  value: number;
  /** The value as people read it. */
  text: string;
}

/** Bars side by side; the highest fills the chart. */
export function BarChart({ bars }: { bars: readonly Bar[] }) {
  const styles = useStyles(createStyles);
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <View style={styles.chart}>
      {bars.map((bar) => (
        <View key={bar.key} accessible accessibilityLabel={`${bar.label}: ${bar.text}`} style={styles.column}>
          <Text numberOfLines={1} style={styles.figure}>
            {bar.value > 0 ? bar.text : ""}
          </Text>
          <View style={styles.track}>
            <View style={[styles.bar, { height: `${Math.max(4, (bar.value / highest) * 100)}%` }, bar.value === 0 && styles.empty]} />
          </View>
          <Text numberOfLines={1} style={styles.label}>
            {bar.label}
          </Text>
        </View>
      ))}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    chart: { flexDirection: "row", gap: SPACE.s, paddingTop: SPACE.xs },
    column: { flex: 1, minWidth: 0, alignItems: "center", gap: SPACE.xs },
    figure: { minHeight: 16, fontSize: 11, fontWeight: "600", color: theme.muted, fontVariant: ["tabular-nums"] },
    track: { height: 88, width: "100%", maxWidth: 32, justifyContent: "flex-end" },
    bar: { width: "100%", borderRadius: RADIUS.s, backgroundColor: theme.primary },
    empty: { backgroundColor: theme.border },
    label: { fontSize: 12, color: theme.muted },
  });
