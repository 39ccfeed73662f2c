import type { SourceFile } from '../../../generation/plan.js';

/** What every screen stands in. */
export const layoutComponents: readonly SourceFile[] = [
  {
    path: 'components/screen.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import { StatusBar } from "expo-status-bar";
import type { ReactNode } from "react";
import { Pressable, ScrollView, StyleSheet, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { goBack, type Path } from "../lib/navigation";
import { SPACE, type Theme, TOUCH, useStyles, useTheme, useIsWide } from "../lib/theme";
import { say } from "../lib/words";
import { Heading } from "./heading";

interface ScreenProps {
  title: string;
  /** Shows a back button; the path is where it leads when there is nothing to go back to. */
  backTo?: Path;
  /** Buttons at the end of the header. */
  actions?: ReactNode;
  /** Set false where the content scrolls by itself. */
  scrolls?: boolean;
  children: ReactNode;
}

/** The frame of every screen. */
export function Screen({ title, backTo, actions, scrolls = true, children }: ScreenProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const insets = useSafeAreaInsets();
  const width = { maxWidth: useIsWide() ? 1120 : 672 };
  return (
    <View style={styles.screen}>
      <StatusBar style={theme.isDark ? "light" : "dark"} />
      <View style={[styles.bar, width, { paddingTop: insets.top + SPACE.s }]}>
        {backTo !== undefined && (
          <Pressable
            accessibilityRole="button"
            accessibilityLabel={say("back")}
            onPress={() => goBack(backTo)}
            style={styles.back}
          >
            <Ionicons name="chevron-back" size={24} color={theme.text} />
          </Pressable>
        )}
        <Heading level={1} style={[styles.title, (backTo !== undefined || title.length > 18) && styles.smallTitle]}>
          {title}
        </Heading>
        {actions}
      </View>
      {scrolls ? (
        <ScrollView
          contentContainerStyle={[styles.content, width, { paddingBottom: insets.bottom + SPACE.xl }]}
          keyboardShouldPersistTaps="handled"
        >
          {children}
        </ScrollView>
      ) : (
        <View style={[styles.fixed, width]}>{children}</View>
      )}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    screen: { flex: 1, backgroundColor: theme.background },
    bar: {
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.s,
      minHeight: 64,
      width: "100%",
      alignSelf: "center",
      paddingHorizontal: SPACE.m,
      paddingBottom: SPACE.s,
    },
    back: {
      width: TOUCH,
      height: TOUCH,
      marginLeft: -SPACE.s,
      alignItems: "center",
      justifyContent: "center",
    },
    title: { flex: 1, minWidth: 0, fontSize: 28, lineHeight: 34, fontWeight: "800", letterSpacing: -0.5, color: theme.text },
    smallTitle: { fontSize: 22, lineHeight: 28, letterSpacing: -0.2 },
    content: { paddingHorizontal: SPACE.m, paddingTop: SPACE.s, gap: SPACE.m, width: "100%", alignSelf: "center" },
    fixed: { flex: 1, width: "100%", alignSelf: "center" },
  });
`,
  },
  {
    path: 'components/heading.tsx',
    content: `import type { ReactNode } from "react";
import { type StyleProp, Text, type TextStyle } from "react-native";

interface HeadingProps {
  /** 1 names the screen, 2 a part of it. */
  level: 1 | 2 | 3;
  style: StyleProp<TextStyle>;
  children: ReactNode;
}

/** A heading at its place in the order of headings, which a browser is told and a phone is not. */
export function Heading({ level, style, children }: HeadingProps) {
  const order = { "aria-level": level };
  return (
    <Text accessibilityRole="header" {...order} style={style}>
      {children}
    </Text>
  );
}
`,
  },
  {
    path: 'components/columns.tsx',
    content: `import { Children, type ReactNode } from "react";
import { StyleSheet, View } from "react-native";

import { SPACE, useIsWide } from "../lib/theme";

/** Its children one below the other; side by side in pairs where there is room. */
export function Columns({ children }: { children: ReactNode }) {
  const isWide = useIsWide();
  return (
    <View style={[styles.all, isWide && styles.wide]}>
      {Children.map(children, (child) => (child === null || child === undefined || child === false ? null : <View style={isWide ? styles.half : styles.whole}>{child}</View>))}
    </View>
  );
}

const styles = StyleSheet.create({
  all: { gap: SPACE.m },
  wide: { flexDirection: "row", flexWrap: "wrap", alignItems: "flex-start" },
  whole: { width: "100%", gap: SPACE.m },
  half: { flexGrow: 1, flexBasis: "45%", maxWidth: "50%", gap: SPACE.m },
});
`,
  },
  {
    path: 'components/card.tsx',
    content: `import type { ReactNode } from "react";
import { StyleSheet, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { Heading } from "./heading";

interface CardProps {
  heading?: string;
  /** Stands at the end of the heading's line. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A raised surface with an optional heading. */
export function Card({ heading, aside, children }: CardProps) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.card}>
      {heading !== undefined && (
        <View style={styles.top}>
          <Heading level={2} style={styles.heading}>
            {heading}
          </Heading>
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
    top: { flexDirection: "row", alignItems: "center", justifyContent: "space-between", gap: SPACE.s, minHeight: 28 },
    heading: { flexShrink: 1, fontSize: 17, fontWeight: "700", color: theme.text },
  });
`,
  },
  {
    path: 'components/record-row.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps, ReactNode } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import type { Summary } from "../lib/records";
import { SPACE, type Theme, useStyles, useTheme } from "../lib/theme";

interface RecordRowProps {
  summary: Summary;
  icon: ComponentProps<typeof Ionicons>["name"];
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
        <Text style={[styles.title, isDone && styles.done]}>{summary.title}</Text>
        {summary.subtitle !== "" && <Text style={styles.subtitle}>{summary.subtitle}</Text>}
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
    main: { flex: 1, minWidth: 0, minHeight: 56, flexDirection: "row", flexWrap: "wrap", alignItems: "center", columnGap: 12 },
    pressed: { opacity: 0.6 },
    icon: {
      width: 40,
      height: 40,
      borderRadius: 12,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: theme.tint,
    },
    texts: { flex: 1, minWidth: 96, gap: 2, paddingVertical: SPACE.xs },
    title: { fontSize: 16, fontWeight: "600", color: theme.text },
    done: { color: theme.muted, textDecorationLine: "line-through" },
    subtitle: { fontSize: 13, lineHeight: 18, color: theme.muted },
    value: { paddingHorizontal: SPACE.xs, fontSize: 15, fontWeight: "700", fontVariant: ["tabular-nums"], color: theme.primary },
  });
`,
  },
  {
    path: 'components/storage-notice.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import { Linking, Platform, Pressable, StyleSheet, Text, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { useHasSaveFailed } from "../lib/store";
import { SPACE, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";

/** Says that entries last only as long as the page where the browser keeps nothing: a private window, a blocked frame. */
export function StorageNotice() {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const insets = useSafeAreaInsets();
  if (!useHasSaveFailed()) return null;
  const isFramed = Platform.OS === "web" && window.self !== window.top;
  return (
    <View style={[styles.notice, { paddingTop: insets.top + SPACE.xs }]}>
      <Ionicons name="cloud-offline-outline" size={20} color={theme.primary} />
      <Text accessibilityRole="alert" style={styles.text}>
        {say("nothingKept")}
      </Text>
      {isFramed && (
        <Pressable accessibilityRole="link" onPress={() => void Linking.openURL(window.location.href)} style={styles.link}>
          <Text style={styles.linkText}>{say("openOwnTab")}</Text>
        </Pressable>
      )}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    notice: {
      flexDirection: "row",
      flexWrap: "wrap",
      alignItems: "center",
      gap: SPACE.s,
      paddingHorizontal: SPACE.m,
      paddingBottom: SPACE.xs,
      backgroundColor: theme.tint,
    },
    text: { flex: 1, minWidth: 160, fontSize: 13, lineHeight: 18, color: theme.text },
    link: { minHeight: TOUCH, justifyContent: "center" },
    linkText: { fontSize: 14, fontWeight: "700", color: theme.primary },
  });
`,
  },
  {
    path: 'lib/navigation.ts',
    content: `import { type Href, router } from "expo-router";

export type Path = Href;

/** Goes back, or to the given path where a link opened this screen first. */
export function goBack(fallback: Path): void {
  if (router.canGoBack()) router.back();
  else router.replace(fallback);
}

/** Opens a screen of the app; what its path leaves open in brackets, and what it is told besides, are the parameters. */
export function openScreen(pathname: string, params: Record<string, string> = {}): void {
  router.push({ pathname, params } as Href);
}
`,
  },
];
