import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import { RADIUS, raised, SPACE, type Theme, useStyles, useTextScale, useTheme } from "../lib/theme";

interface StatTileProps {
  icon: ComponentProps<typeof Ionicons>["name"];
  value: string;
  label: string;
  onPress?: () => void;
}

export function StatTile({ icon, value, label, onPress }: StatTileProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const minWidth = 112 * useTextScale();
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
  if (onPress === undefined) return <View style={[styles.tile, { minWidth }]}>{content}</View>;
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={`${label}: ${value}`}
      onPress={onPress}
      style={({ pressed }) => [styles.tile, { minWidth }, pressed && styles.pressed]}
    >
      {content}
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    tile: {
      ...raised(theme),
      flexGrow: 1,
      flexBasis: "45%",
      minHeight: 104,
      padding: SPACE.m,
      gap: 2,
      borderRadius: RADIUS.m,
    },
    pressed: { opacity: 0.7 },
    top: { flexDirection: "row", justifyContent: "space-between", alignItems: "center" },
    value: { marginTop: SPACE.xs, fontSize: 24, fontWeight: "800", letterSpacing: -0.5, color: theme.text },
    longValue: { fontSize: 18 },
    label: { fontSize: 13, lineHeight: 18, color: theme.muted },
  });
