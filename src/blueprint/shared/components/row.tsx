import { StyleSheet, View, type ViewProps } from "react-native";

import { SPACE } from "../lib/theme";

interface RowProps extends ViewProps {
  /** One line, from one end to the other. */
  isApart?: boolean;
}

/** Its children side by side; in several lines where there is no room. */
export function Row({ isApart = false, style, ...others }: RowProps) {
  return <View style={[styles.row, isApart && styles.apart, style]} {...others} />;
}

const styles = StyleSheet.create({
  row: { flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: SPACE.s },
  apart: { flexWrap: "nowrap", justifyContent: "space-between" },
});
