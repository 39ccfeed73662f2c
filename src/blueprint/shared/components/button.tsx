import { Ionicons } from "@expo/vector-icons";
import { StyleSheet, Text } from "react-native";

import { CENTRED, type IconName, RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
import { Press } from "./press";

interface ButtonProps {
  label: string;
  icon?: IconName;
  tone?: "primary" | "quiet" | "danger";
  onPress: () => void;
}

export function Button({ label, icon, tone = "primary", onPress }: ButtonProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const colour = { primary: theme.onPrimary, quiet: theme.primary, danger: theme.danger }[tone];
  return (
    <Press label={label} onPress={onPress} style={[styles.button, styles[tone]]}>
      {icon !== undefined && <Ionicons name={icon} size={20} color={colour} />}
      <Text style={[styles.label, { color: colour }]}>{label}</Text>
    </Press>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    button: {
      minHeight: 48,
      flexDirection: "row",
      ...CENTRED,
      gap: SPACE.s,
      paddingHorizontal: SPACE.m,
      paddingVertical: SPACE.s,
      borderRadius: RADIUS.m,
      borderWidth: 1,
    },
    primary: { backgroundColor: theme.primary, borderColor: theme.primary },
    quiet: { backgroundColor: theme.surface, borderColor: theme.border },
    danger: { backgroundColor: theme.surface, borderColor: theme.border },
    label: { flexShrink: 1, fontSize: 16, fontWeight: "700", textAlign: "center" },
  });
