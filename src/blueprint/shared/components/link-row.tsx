import { Ionicons } from "@expo/vector-icons";
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
    <Pressable accessibilityRole="link" accessibilityLabel={label} onPress={onPress} style={({ pressed }) => [styles.row, pressed && styles.pressed]}>
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
