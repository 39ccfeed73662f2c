import { StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";

interface Share {
  label: string;
  count: number;
  /** The count as people read it, where it is an amount. */
  text?: string;
}

/** One line a choice, filled by its share of all records. */
export function ShareBars({ shares }: { shares: readonly Share[] }) {
  const styles = useStyles(createStyles);
  const all = Math.max(
    1,
    shares.reduce((sum, { count }) => sum + count, 0),
  );
  return (
    <View style={styles.list}>
      {shares.map(({ label, count, text = String(count) }) => (
        <View key={label} accessible accessibilityLabel={`${label}: ${text}`} style={styles.line}>
          <View style={styles.texts}>
            <Text style={styles.label}>{label}</Text>
            <Text style={styles.count}>{text}</Text>
          </View>
          <View style={styles.track}>
            <View style={[styles.fill, { width: `${(count / all) * 100}%` }]} />
          </View>
        </View>
      ))}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    list: { gap: 12 },
    line: { gap: SPACE.xs },
    texts: { flexDirection: "row", justifyContent: "space-between", gap: SPACE.s },
    label: { flexShrink: 1, fontSize: 14, color: theme.text },
    count: { fontSize: 14, fontWeight: "700", color: theme.muted, fontVariant: ["tabular-nums"] },
    track: { height: 8, borderRadius: RADIUS.round, overflow: "hidden", backgroundColor: theme.tint },
    fill: { height: 8, borderRadius: RADIUS.round, backgroundColor: theme.primary },
  });
