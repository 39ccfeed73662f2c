import type { SourceFile } from '../../../generation/plan.js';

/** components/stat-tile.tsx: a figure that leads to its list. */
export const statTileComponent = (): SourceFile => ({
  path: 'components/stat-tile.tsx',
  content: `import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";

interface StatTileProps {
  icon: ComponentProps<typeof Ionicons>["name"];
  value: string;
  label: string;
  onPress?: () => void;
}

export function StatTile({ icon, value, label, onPress }: StatTileProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const content = (
    <>
      <View style={styles.top}>
        <Ionicons name={icon} size={20} color={theme.primary} />
        {onPress !== undefined && <Ionicons name="chevron-forward" size={16} color={theme.muted} />}
      </View>
      <Text numberOfLines={1} adjustsFontSizeToFit style={styles.value}>
        {value}
      </Text>
      <Text numberOfLines={1} style={styles.label}>
        {label}
      </Text>
    </>
  );
  if (onPress === undefined) return <View style={styles.tile}>{content}</View>;
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={\`\${label}: \${value}\`}
      onPress={onPress}
      style={({ pressed }) => [styles.tile, pressed && styles.pressed]}
    >
      {content}
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    tile: {
      flexGrow: 1,
      flexBasis: "45%",
      minHeight: 104,
      padding: SPACE.m,
      gap: 2,
      borderRadius: RADIUS.m,
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      backgroundColor: theme.surface,
      boxShadow: theme.shadow,
    },
    pressed: { opacity: 0.7 },
    top: { flexDirection: "row", justifyContent: "space-between", alignItems: "center" },
    value: { marginTop: SPACE.xs, fontSize: 24, fontWeight: "800", letterSpacing: -0.5, color: theme.text },
    label: { fontSize: 13, color: theme.muted },
  });
`,
});

/** components/bar-chart.tsx: one bar a day or a kind, with its figure for those who cannot see it. */
export const barChartComponent = (): SourceFile => ({
  path: 'components/bar-chart.tsx',
  content: `import { StyleSheet, Text, View } from "react-native";

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
        <View key={bar.key} accessible accessibilityLabel={\`\${bar.label}: \${bar.text}\`} style={styles.column}>
          <Text numberOfLines={1} style={styles.figure}>
            {bar.value > 0 ? bar.text : ""}
          </Text>
          <View style={styles.track}>
            <View
              style={[
                styles.bar,
                { height: \`\${Math.max(4, (bar.value / highest) * 100)}%\` },
                bar.value === 0 && styles.empty,
              ]}
            />
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
`,
});

/** components/share-bars.tsx: how many records each choice has. */
export const shareBarsComponent = (): SourceFile => ({
  path: 'components/share-bars.tsx',
  content: `import { StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";

interface Share {
  label: string;
  count: number;
}

/** One line a choice, filled by its share of all records. */
export function ShareBars({ shares }: { shares: readonly Share[] }) {
  const styles = useStyles(createStyles);
  const all = Math.max(1, shares.reduce((sum, { count }) => sum + count, 0));
  return (
    <View style={styles.list}>
      {shares.map(({ label, count }) => (
        <View key={label} accessible accessibilityLabel={\`\${label}: \${count}\`} style={styles.line}>
          <View style={styles.texts}>
            <Text numberOfLines={1} style={styles.label}>
              {label}
            </Text>
            <Text style={styles.count}>{count}</Text>
          </View>
          <View style={styles.track}>
            <View style={[styles.fill, { width: \`\${(count / all) * 100}%\` }]} />
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
`,
});
