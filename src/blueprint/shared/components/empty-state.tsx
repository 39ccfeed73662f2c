import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps, ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
import { Heading } from "./heading";

interface EmptyStateProps {
  icon: ComponentProps<typeof Ionicons>["name"];
  title: string;
  hint: string;
  children?: ReactNode;
}

export function EmptyState({ icon, title, hint, children }: EmptyStateProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <View style={styles.empty}>
      <View style={styles.icon}>
        <Ionicons name={icon} size={36} color={theme.primary} />
      </View>
      <Heading level={2} style={styles.title}>
        {title}
      </Heading>
      <Text style={styles.hint}>{hint}</Text>
      {children}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    empty: { alignItems: "center", gap: SPACE.s, paddingVertical: 48, paddingHorizontal: SPACE.l },
    icon: {
      width: 80,
      height: 80,
      marginBottom: SPACE.s,
      borderRadius: RADIUS.round,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: theme.tint,
    },
    title: { fontSize: 18, fontWeight: "700", color: theme.text, textAlign: "center" },
    hint: { fontSize: 15, lineHeight: 22, color: theme.muted, textAlign: "center", marginBottom: SPACE.s },
  });
