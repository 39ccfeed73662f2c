import type { SourceFile } from '../../../generation/plan.js';

/** components/screen.tsx: the frame of every screen. */
export const screenComponent = (): SourceFile => ({
  path: 'components/screen.tsx',
  content: `import { Ionicons } from "@expo/vector-icons";
import { StatusBar } from "expo-status-bar";
import type { ReactNode } from "react";
import { Pressable, ScrollView, StyleSheet, Text, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { goBack, type Path } from "../lib/navigation";
import { SPACE, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";

interface ScreenProps {
  title: string;
  /** A line below the title. */
  subtitle?: string;
  /** Shows a back button; the path is where it leads when there is nothing to go back to. */
  backTo?: Path;
  /** Buttons at the end of the header. */
  actions?: ReactNode;
  /** Set false where the content scrolls by itself. */
  scrolls?: boolean;
  children: ReactNode;
}

export function Screen({ title, subtitle, backTo, actions, scrolls = true, children }: ScreenProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const insets = useSafeAreaInsets();
  return (
    <View style={styles.screen}>
      <StatusBar style={theme.isDark ? "light" : "dark"} />
      <View style={[styles.header, { paddingTop: insets.top + SPACE.s }]}>
        <View style={styles.bar}>
          {backTo !== undefined && (
            <Pressable
              accessibilityRole="button"
              accessibilityLabel="Back"
              onPress={() => goBack(backTo)}
              style={styles.back}
            >
              <Ionicons name="chevron-back" size={24} color={theme.text} />
            </Pressable>
          )}
          <Text
            accessibilityRole="header"
            numberOfLines={2}
            style={[styles.title, backTo !== undefined && styles.smallTitle]}
          >
            {title}
          </Text>
          {actions}
        </View>
        {subtitle !== undefined && (
          <Text numberOfLines={2} style={styles.subtitle}>
            {subtitle}
          </Text>
        )}
      </View>
      {scrolls ? (
        <ScrollView
          contentContainerStyle={[styles.content, { paddingBottom: insets.bottom + SPACE.xl }]}
          keyboardShouldPersistTaps="handled"
        >
          {children}
        </ScrollView>
      ) : (
        <View style={styles.fixed}>{children}</View>
      )}
    </View>
  );
}

const MAX_WIDTH = 640;

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    screen: { flex: 1, backgroundColor: theme.background },
    header: { paddingHorizontal: SPACE.m, paddingBottom: SPACE.s },
    bar: {
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.s,
      minHeight: 48,
      width: "100%",
      maxWidth: MAX_WIDTH,
      alignSelf: "center",
    },
    back: {
      width: TOUCH,
      height: TOUCH,
      marginLeft: -SPACE.s,
      alignItems: "center",
      justifyContent: "center",
    },
    title: { flex: 1, fontSize: 28, lineHeight: 34, fontWeight: "800", letterSpacing: -0.5, color: theme.text },
    smallTitle: { fontSize: 20, lineHeight: 26, letterSpacing: 0 },
    subtitle: { width: "100%", maxWidth: MAX_WIDTH, alignSelf: "center", fontSize: 15, lineHeight: 22, color: theme.muted },
    content: {
      paddingHorizontal: SPACE.m,
      paddingTop: SPACE.s,
      gap: SPACE.m,
      width: "100%",
      maxWidth: MAX_WIDTH + 2 * SPACE.m,
      alignSelf: "center",
    },
    fixed: { flex: 1, width: "100%", maxWidth: MAX_WIDTH + 2 * SPACE.m, alignSelf: "center" },
  });
`,
});

/** lib/navigation.ts: back, also where a link opened the screen first. */
export const navigationFile = (): SourceFile => ({
  path: 'lib/navigation.ts',
  content: `import { type Href, router } from "expo-router";

export type Path = Href;

/** Goes back, or to the given path where a link opened this screen first. */
export function goBack(fallback: Path): void {
  if (router.canGoBack()) router.back();
  else router.replace(fallback);
}
`,
});

/** components/card.tsx: a raised surface with an optional heading. */
export const cardComponent = (): SourceFile => ({
  path: 'components/card.tsx',
  content: `import type { ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";

interface CardProps {
  heading?: string;
  /** Stands at the end of the heading's line. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Card({ heading, aside, children }: CardProps) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.card}>
      {heading !== undefined && (
        <View style={styles.top}>
          <Text accessibilityRole="header" style={styles.heading}>
            {heading}
          </Text>
          {aside}
        </View>
      )}
      {children}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    card: {
      backgroundColor: theme.surface,
      borderRadius: RADIUS.m,
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      boxShadow: theme.shadow,
      padding: SPACE.m,
      gap: SPACE.s,
    },
    top: { flexDirection: "row", alignItems: "center", justifyContent: "space-between", minHeight: 28 },
    heading: { flexShrink: 1, fontSize: 17, fontWeight: "700", color: theme.text },
  });
`,
});

/** components/record-row.tsx: one record in a list. */
export const recordRowComponent = (): SourceFile => ({
  path: 'components/record-row.tsx',
  content: `import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps, ReactNode } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import type { Summary } from "../lib/summaries";
import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";

interface RecordRowProps {
  summary: Summary;
  icon: ComponentProps<typeof Ionicons>["name"];
  /** Draws the row as finished. */
  isDone?: boolean;
  onPress?: () => void;
  /** A button in place of the icon. */
  leading?: ReactNode;
  /** A button at the end of the row. */
  trailing?: ReactNode;
}

export function RecordRow({ summary, icon, isDone = false, onPress, leading, trailing }: RecordRowProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const content = (
    <>
      {leading === undefined && (
        <View style={styles.icon}>
          <Ionicons name={icon} size={20} color={theme.primary} />
        </View>
      )}
      <View style={styles.texts}>
        <Text numberOfLines={2} style={[styles.title, isDone && styles.done]}>
          {summary.title}
        </Text>
        {summary.subtitle !== "" && (
          <Text numberOfLines={1} style={styles.subtitle}>
            {summary.subtitle}
          </Text>
        )}
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
        <Pressable
          accessibilityRole="button"
          accessibilityLabel={[summary.title, summary.subtitle, summary.value].filter(Boolean).join(", ")}
          onPress={onPress}
          style={({ pressed }) => [styles.main, pressed && styles.pressed]}
        >
          {content}
        </Pressable>
      )}
      {trailing}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { flexDirection: "row", alignItems: "center", gap: SPACE.xs },
    main: { flex: 1, minWidth: 0, minHeight: 56, flexDirection: "row", alignItems: "center", gap: 12 },
    pressed: { opacity: 0.6 },
    icon: {
      width: 40,
      height: 40,
      borderRadius: 12,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: theme.tint,
    },
    texts: { flex: 1, minWidth: 0, gap: 2 },
    title: { fontSize: 16, fontWeight: "600", color: theme.text },
    done: { color: theme.muted, textDecorationLine: "line-through" },
    subtitle: { fontSize: 13, color: theme.muted },
    value: {
      paddingHorizontal: SPACE.s,
      paddingVertical: SPACE.xs,
      borderRadius: RADIUS.s,
      overflow: "hidden",
      fontSize: 14,
      fontWeight: "700",
      fontVariant: ["tabular-nums"],
      color: theme.primary,
    },
  });
`,
});
