import type { Ionicons } from "@expo/vector-icons";
import type { ComponentProps, ReactNode } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import type { Summary } from "../lib/records";
import { RADIUS, raised, SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
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
      ...raised(theme),
      borderRadius: RADIUS.m,
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
