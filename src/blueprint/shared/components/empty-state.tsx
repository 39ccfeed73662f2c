import type { ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { type IconName, SPACE, type Theme, useStyles } from "../lib/theme";
import { Heading } from "./heading";
import { IconBox } from "./icon-box";

interface EmptyStateProps {
  icon: IconName;
  title: string;
  hint: string;
  children?: ReactNode;
}

export function EmptyState({ icon, title, hint, children }: EmptyStateProps) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.empty}>
      <IconBox icon={icon} size={80} isRound />
      <Heading style={styles.title}>{title}</Heading>
      <Text style={styles.hint}>{hint}</Text>
      {children}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    empty: { alignItems: "center", gap: SPACE.s, paddingVertical: 48, paddingHorizontal: SPACE.l },
    title: { marginTop: SPACE.s, textAlign: "center" },
    hint: { fontSize: 15, lineHeight: 22, color: theme.muted, textAlign: "center", marginBottom: SPACE.s },
  });
