import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps, ReactNode } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import type { Summary } from "../lib/records";
import { SPACE, type Theme, useStyles, useTextScale, useTheme } from "../lib/theme";

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
  const minWidth = 104 * useTextScale();
  const content = (
    <>
      {leading === undefined && (
        <View style={styles.icon}>
          <Ionicons name={icon} size={20} color={theme.primary} />
        </View>
      )}
      <View style={[styles.texts, { minWidth }]}>
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
    texts: { flex: 1, gap: 2, paddingVertical: SPACE.xs },
    title: { fontSize: 16, fontWeight: "600", color: theme.text },
    done: { color: theme.muted, textDecorationLine: "line-through" },
    subtitle: { fontSize: 13, lineHeight: 18, color: theme.muted },
    value: { paddingHorizontal: SPACE.xs, fontSize: 15, fontWeight: "700", fontVariant: ["tabular-nums"], color: theme.primary },
  });
