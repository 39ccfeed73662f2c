import type { ReactNode } from "react";
import { type StyleProp, StyleSheet, Text, type TextStyle } from "react-native";

import { type Theme, useStyles } from "../lib/theme";

interface HeadingProps {
  /** 1 names the screen, 2 a part of it. */
  level?: 1 | 2 | 3;
  look?: "part" | "record" | "page";
  style?: StyleProp<TextStyle>;
  children: ReactNode;
}

/** A heading at its place in the order of headings, which a browser is told and a phone is not. */
export function Heading({ level = 2, look = "part", style, children }: HeadingProps) {
  const styles = useStyles(createStyles);
  const order = { "aria-level": level };
  return (
    <Text accessibilityRole="header" {...order} style={[styles[look], style]}>
      {children}
    </Text>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    part: { flexShrink: 1, fontSize: 17, fontWeight: "700", color: theme.text },
    record: { flexShrink: 1, fontSize: 22, lineHeight: 28, fontWeight: "800", color: theme.text },
    page: { fontSize: 26, lineHeight: 32, fontWeight: "800", textAlign: "center", color: theme.text },
  });
