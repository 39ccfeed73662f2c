import { Ionicons } from "@expo/vector-icons";
import { StyleSheet, Text } from "react-native";

import { type IconName, type Theme, useStyles, useTheme } from "../lib/theme";
import { Press } from "./press";

interface LinkRowProps {
  icon: IconName;
  label: string;
  onPress: () => void;
}

export function LinkRow({ icon, label, onPress }: LinkRowProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <Press role="link" label={label} onPress={onPress} style={styles.row}>
      <Ionicons name={icon} size={22} color={theme.primary} />
      <Text style={styles.label}>{label}</Text>
      <Ionicons name="chevron-forward" size={18} color={theme.muted} />
    </Press>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { minHeight: 48, flexDirection: "row", alignItems: "center", gap: 12 },
    label: { flex: 1, minWidth: 0, fontSize: 16, color: theme.text },
  });
