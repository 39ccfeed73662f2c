import { Ionicons } from "@expo/vector-icons";
import { StatusBar } from "expo-status-bar";
import type { ReactNode } from "react";
import { ScrollView, StyleSheet, Text, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { goBack, type Path } from "../lib/navigation";
import { CENTRED, SPACE, type Theme, TOUCH, useFitting, useIsWide, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Heading } from "./heading";
import { Press } from "./press";

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

/** The frame of every screen. */
export function Screen({ title, subtitle, backTo, actions, scrolls = true, children }: ScreenProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const isSmall = backTo !== undefined || title.length > 18;
  const size = useFitting(96)(title, isSmall ? 22 : 28);
  const insets = useSafeAreaInsets();
  const width = { maxWidth: useIsWide() ? 1120 : 672 };
  return (
    <View style={styles.screen}>
      <StatusBar style={theme.isDark ? "light" : "dark"} />
      <View style={[styles.bar, width, { paddingTop: insets.top + SPACE.s }]}>
        {backTo !== undefined && (
          <Press label={say("back")} onPress={() => goBack(backTo)} style={styles.back}>
            <Ionicons name="chevron-back" size={24} color={theme.text} />
          </Press>
        )}
        <View style={styles.titles}>
          <Heading level={1} style={[styles.title, { fontSize: size, lineHeight: size * 1.25 }]}>
            {title}
          </Heading>
          {subtitle !== undefined && <Text style={styles.subtitle}>{subtitle}</Text>}
        </View>
        {actions}
      </View>
      {scrolls ? (
        <ScrollView contentContainerStyle={[styles.content, width, { paddingBottom: insets.bottom + SPACE.xl }]} keyboardShouldPersistTaps="handled">
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
    back: { width: TOUCH, height: TOUCH, marginLeft: -SPACE.s, ...CENTRED },
    titles: { flex: 1, minWidth: 0 },
    subtitle: { fontSize: 14, lineHeight: 20, color: theme.muted },
    title: { fontWeight: "800", letterSpacing: -0.3, color: theme.text },
    content: { paddingHorizontal: SPACE.m, paddingTop: SPACE.s, gap: SPACE.m, width: "100%", alignSelf: "center" },
    fixed: { flex: 1, width: "100%", alignSelf: "center" },
  });
