import { StyleSheet, Text, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";
import { ProgressBar } from "./progress-bar";
import { Row } from "./row";

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
          <Row isApart>
            <Text style={styles.label}>{label}</Text>
            <Text style={styles.count}>{text}</Text>
          </Row>
          <ProgressBar percent={(count / all) * 100} />
        </View>
      ))}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    list: { gap: 12 },
    line: { gap: SPACE.xs },
    label: { flexShrink: 1, fontSize: 14, color: theme.text },
    count: { fontSize: 14, fontWeight: "700", color: theme.muted, fontVariant: ["tabular-nums"] },
  });
