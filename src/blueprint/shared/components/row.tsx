import type { ReactNode } from "react";
import { type StyleProp, StyleSheet, View, type ViewStyle } from "react-native";

import { SPACE } from "../lib/theme";

interface RowProps {
  /** One line, from one end to the other. */
  isApart?: boolean;
  style?: StyleProp<ViewStyle>;
  children: ReactNode;
}

/** Its children side by side; in several lines where there is no room. */
export function Row({ isApart = false, style, children }: RowProps) {
  return <View style={[styles.row, isApart && styles.apart, style]}>{children}</View>;
}

const styles = StyleSheet.create({
  row: { flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: SPACE.s },
  apart: { flexWrap: "nowrap", justifyContent: "space-between" },
});
