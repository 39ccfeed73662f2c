import { LinearGradient } from "expo-linear-gradient";
import { StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useFitting, useStyles, useTheme } from "../lib/theme";

interface ResultCardProps {
  label: string;
  value: string;
  lines?: readonly { label: string; value: string }[];
}

/** What came out, large; what belongs to it below. */
export function ResultCard({ label, value, lines = [] }: ResultCardProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const size = useFitting(4 * SPACE.l)(value, value.length > 14 ? 28 : 44);
  return (
    <LinearGradient colors={theme.hero} start={{ x: 0, y: 0 }} end={{ x: 1, y: 1 }} style={styles.card}>
      <Text style={styles.label}>{label}</Text>
      <Text accessibilityLiveRegion="polite" style={[styles.value, { fontSize: size, lineHeight: size * 1.2 }]}>
        {value}
      </Text>
      {lines.length > 0 && <View style={styles.rule} />}
      {lines.map((line) => (
        <View key={line.label} style={styles.line}>
          <Text style={styles.label}>{line.label}</Text>
          <Text style={styles.lineValue}>{line.value}</Text>
        </View>
      ))}
    </LinearGradient>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    card: { borderRadius: RADIUS.l, padding: SPACE.l, gap: SPACE.s },
    label: { flexShrink: 1, fontSize: 15, lineHeight: 22, fontWeight: "600", color: theme.onHero },
    value: { fontWeight: "800", letterSpacing: -1, fontVariant: ["tabular-nums"], color: theme.onHero },
    rule: { height: 1, marginVertical: SPACE.xs, backgroundColor: theme.onHero, opacity: 0.25 },
    line: { flexDirection: "row", flexWrap: "wrap", justifyContent: "space-between", columnGap: SPACE.m },
    lineValue: { fontSize: 16, lineHeight: 22, fontWeight: "700", fontVariant: ["tabular-nums"], color: theme.onHero },
  });
