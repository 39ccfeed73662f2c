import { Children, type ReactNode } from "react";
import { StyleSheet, View } from "react-native";

import { SPACE } from "../lib/theme";

/** Buttons side by side, as wide as each other; below each other where their words are long. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <View style={styles.row}>{Children.map(children, (child) => child && <View style={styles.item}>{child}</View>)}</View>;
}

const styles = StyleSheet.create({
  row: { flexDirection: "row", flexWrap: "wrap", gap: 12 },
  item: { flexGrow: 1, flexBasis: "auto", minWidth: "40%", marginBottom: 0, gap: SPACE.s },
});
