import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps } from "react";
import { Pressable, StyleSheet, Text } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";

interface ButtonProps {
  label: string;
  icon?: ComponentProps<typeof Ionicons>["name"];
  tone?: "primary" | "quiet" | "danger";
  onPress: () => void;
}

export function Button({ label, icon, tone = "primary", onPress }: ButtonProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const colour = { primary: theme.onPrimary, quiet: theme.primary, danger: theme.danger }[tone];
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={label}
      onPress={onPress}
      style={({ pressed }) => [styles.button, styles[tone], pressed && styles.pressed]}
    >
      {icon !== undefined && <Ionicons name={icon} size={20} color={colour} />}
      <Text style={[styles.label, { color: colour }]}>{label}</Text>
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    button: {
      minHeight: 48,
      flexDirection: "row",
      alignItems: "center",
      justifyContent: "center",
      gap: SPACE.s,
      paddingHorizontal: SPACE.m,
      paddingVertical: SPACE.s,
      borderRadius: RADIUS.m,
      borderWidth: 1,
    },
    primary: { backgroundColor: theme.primary, borderColor: theme.primary },
    quiet: { backgroundColor: theme.surface, borderColor: theme.border },
    danger: { backgroundColor: theme.surface, borderColor: theme.border },
    pressed: { opacity: 0.7 },
    label: { flexShrink: 1, fontSize: 16, fontWeight: "700", textAlign: "center" },
  });
