import type { SourceFile } from '../../../generation/plan.js';

/** What only shows. */
export const displayComponents: readonly SourceFile[] = [
  {
    path: 'components/empty-state.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps, ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
import { Heading } from "./heading";

interface EmptyStateProps {
  icon: ComponentProps<typeof Ionicons>["name"];
  title: string;
  hint: string;
  children?: ReactNode;
}

export function EmptyState({ icon, title, hint, children }: EmptyStateProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <View style={styles.empty}>
      <View style={styles.icon}>
        <Ionicons name={icon} size={36} color={theme.primary} />
      </View>
      <Heading level={2} style={styles.title}>
        {title}
      </Heading>
      <Text style={styles.hint}>{hint}</Text>
      {children}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    empty: { alignItems: "center", gap: SPACE.s, paddingVertical: 48, paddingHorizontal: SPACE.l },
    icon: {
      width: 80,
      height: 80,
      marginBottom: SPACE.s,
      borderRadius: RADIUS.round,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: theme.tint,
    },
    title: { fontSize: 18, fontWeight: "700", color: theme.text, textAlign: "center" },
    hint: { fontSize: 15, lineHeight: 22, color: theme.muted, textAlign: "center", marginBottom: SPACE.s },
  });
`,
  },
  {
    path: 'components/link-row.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps } from "react";
import { Pressable, StyleSheet, Text } from "react-native";

import { type Theme, useStyles, useTheme } from "../lib/theme";

interface LinkRowProps {
  icon: ComponentProps<typeof Ionicons>["name"];
  label: string;
  onPress: () => void;
}

export function LinkRow({ icon, label, onPress }: LinkRowProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <Pressable
      accessibilityRole="link"
      accessibilityLabel={label}
      onPress={onPress}
      style={({ pressed }) => [styles.row, pressed && styles.pressed]}
    >
      <Ionicons name={icon} size={22} color={theme.primary} />
      <Text style={styles.label}>{label}</Text>
      <Ionicons name="chevron-forward" size={18} color={theme.muted} />
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { minHeight: 48, flexDirection: "row", alignItems: "center", gap: 12 },
    pressed: { opacity: 0.6 },
    label: { flex: 1, minWidth: 0, fontSize: 16, color: theme.text },
  });
`,
  },
  {
    path: 'components/detail-line.tsx',
    content: `import { StyleSheet, Text, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";

export function DetailLine({ label, value }: { label: string; value: string }) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.line}>
      <Text style={styles.label}>{label}</Text>
      <Text style={styles.value}>{value === "" ? "–" : value}</Text>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    line: { minHeight: 36, flexDirection: "row", alignItems: "center", justifyContent: "space-between", gap: SPACE.m },
    label: { fontSize: 15, color: theme.muted },
    value: { flexShrink: 1, fontSize: 15, fontWeight: "600", textAlign: "right", color: theme.text },
  });
`,
  },
  {
    path: 'components/avatar.tsx',
    content: `import { StyleSheet, Text, View } from "react-native";

import { RADIUS, type Theme, useStyles } from "../lib/theme";

export function Avatar({ name, size = 40 }: { name: string; size?: number }) {
  const styles = useStyles(createStyles);
  return (
    <View style={[styles.circle, { width: size, height: size }]}>
      <Text style={[styles.initials, { fontSize: size * 0.38 }]}>{initialsOf(name)}</Text>
    </View>
  );
}

/** "Ada Obi": AO. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "");
  return initials.join("").toUpperCase() || "☺";
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    circle: {
      borderRadius: RADIUS.round,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: theme.primary,
    },
    initials: { fontWeight: "800", color: theme.onPrimary },
  });
`,
  },
  {
    path: 'components/picture-card.tsx',
    content: `import type { Ionicons } from "@expo/vector-icons";
import type { ComponentProps, ReactNode } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import type { Summary } from "../lib/records";
import { RADIUS, SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { Artwork } from "./artwork";

interface PictureCardProps {
  summary: Summary;
  icon: ComponentProps<typeof Ionicons>["name"];
  onPress?: () => void;
  /** A button on the picture. */
  corner?: ReactNode;
  /** A button behind the figure. */
  action?: ReactNode;
  /** Points; absent: its share of the row. */
  width?: number;
}

export function PictureCard({ summary, icon, onPress, corner, action, width }: PictureCardProps) {
  const styles = useStyles(createStyles);
  return (
    <View style={[styles.card, width === undefined ? styles.half : { width }]}>
      <Pressable
        accessibilityRole="button"
        accessibilityLabel={[summary.title, summary.subtitle, summary.value].filter(Boolean).join(", ")}
        disabled={onPress === undefined}
        onPress={onPress}
        style={({ pressed }) => pressed && styles.pressed}
      >
        <Artwork text={summary.title} icon={icon} height={116} />
        <View style={styles.texts}>
          <Text style={styles.title}>{summary.title}</Text>
          <Text style={styles.subtitle}>{summary.subtitle}</Text>
        </View>
      </Pressable>
      <View style={styles.bottom}>
        <Text style={styles.value}>{summary.value}</Text>
        {action}
      </View>
      {corner !== undefined && <View style={styles.corner}>{corner}</View>}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    card: {
      borderRadius: RADIUS.m,
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      backgroundColor: theme.surface,
      boxShadow: theme.shadow,
      overflow: "hidden",
    },
    half: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
    pressed: { opacity: 0.75 },
    texts: { paddingHorizontal: 12, paddingTop: 12, gap: 2 },
    title: { fontSize: 15, lineHeight: 20, fontWeight: "700", color: theme.text },
    subtitle: { fontSize: 13, lineHeight: 18, color: theme.muted },
    bottom: { minHeight: TOUCH, flexDirection: "row", alignItems: "center", paddingLeft: 12, gap: SPACE.xs },
    value: { flex: 1, minWidth: 0, fontSize: 15, fontWeight: "800", color: theme.primary },
    corner: {
      position: "absolute",
      top: SPACE.s,
      right: SPACE.s,
      borderRadius: RADIUS.round,
      backgroundColor: theme.surface,
    },
  });
`,
  },
  {
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
      <Text style={[styles.value, value.length > 9 && styles.longValue]}>{value}</Text>
      <Text style={styles.label}>{label}</Text>
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
    longValue: { fontSize: 18 },
    label: { fontSize: 13, lineHeight: 18, color: theme.muted },
  });
`,
  },
  {
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
  },
  {
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
            <Text style={styles.label}>{label}</Text>
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
  },
  {
    path: 'components/ring.tsx',
    content: `import type { ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";

interface RingProps {
  /** 0 to 100. */
  percent: number;
  label: string;
  /** Points; default 92. */
  size?: number;
  /** Stands in the middle in place of the figure. */
  children?: ReactNode;
}

export function Ring({ percent, label, size = 92, children }: RingProps) {
  const styles = useStyles(createStyles);
  const share = Math.min(100, Math.max(0, percent));
  const width = Math.max(8, Math.round(size / 11));
  const half = { width: size / 2, height: size, overflow: "hidden" as const };
  const circle = { width: size, height: size, borderRadius: size / 2, borderWidth: width };
  const turned = (degrees: number) => ({ transform: [{ rotate: \`\${degrees}deg\` }] });
  return (
    <View accessible accessibilityLabel={\`\${label}: \${Math.round(share)} %\`} style={styles.ring}>
      <View style={{ width: size, height: size }}>
        <View style={[circle, styles.track]} />
        <View style={[styles.half, half, { left: size / 2 }]}>
          <View style={[circle, styles.arc, { marginLeft: -size / 2 }, turned(-135 + Math.min(share, 50) * 3.6)]} />
        </View>
        <View style={[styles.half, half, { left: 0 }]}>
          <View style={[circle, styles.arc, turned(45 + (Math.max(share, 50) - 50) * 3.6)]} />
        </View>
        <View style={styles.middle}>{children ?? <Text style={styles.figure}>{Math.round(share)}%</Text>}</View>
      </View>
      <Text numberOfLines={2} style={styles.label}>
        {label}
      </Text>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    ring: { alignItems: "center", gap: SPACE.s, flexShrink: 1 },
    track: { position: "absolute", borderColor: theme.border },
    half: { position: "absolute", top: 0 },
    arc: {
      borderTopColor: theme.primary,
      borderRightColor: theme.primary,
      borderBottomColor: "transparent",
      borderLeftColor: "transparent",
    },
    middle: { ...StyleSheet.absoluteFillObject, alignItems: "center", justifyContent: "center" },
    figure: { fontSize: 20, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.text },
    label: { maxWidth: 120, fontSize: 13, textAlign: "center", color: theme.muted },
  });
`,
  },
  {
    path: 'components/error-screen.tsx',
    content: `import type { ErrorBoundaryProps } from "expo-router";
import { StyleSheet, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { EmptyState } from "./empty-state";

/** Says what went wrong and offers to try again; records are not touched. */
export function ErrorScreen({ error, retry }: ErrorBoundaryProps) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.screen}>
      <EmptyState icon="warning-outline" title={say("wentWrong")} hint={error.message}>
        <Button icon="refresh-outline" label={say("tryAgain")} onPress={() => void retry()} />
      </EmptyState>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    screen: { flex: 1, justifyContent: "center", padding: SPACE.m, backgroundColor: theme.background },
  });
`,
  },
];
