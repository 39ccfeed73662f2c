import type { ReactNode } from "react";
import { StyleSheet, Text } from "react-native";

import { type Theme, useStyles } from "../lib/theme";

interface WordsProps {
  look?: keyof ReturnType<typeof createStyles>;
  children: ReactNode;
}

/** A text in one of the looks that recur; a warning is read out at once. */
export function Words({ look = "hint", children }: WordsProps) {
  const styles = useStyles(createStyles);
  return (
    <Text accessibilityRole={look === "warning" ? "alert" : undefined} style={styles[look]}>
      {children}
    </Text>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    hint: { fontSize: 15, lineHeight: 22, color: theme.muted },
    small: { fontSize: 13, lineHeight: 18, color: theme.muted },
    label: { fontSize: 14, fontWeight: "600", color: theme.text },
    strong: { fontSize: 16, fontWeight: "700", color: theme.text },
    body: { fontSize: 16, lineHeight: 24, color: theme.text },
    figure: { fontSize: 15, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.primary },
    warning: { fontSize: 15, lineHeight: 22, color: theme.danger },
  });
