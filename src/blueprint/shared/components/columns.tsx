import { Children, type ReactNode } from "react";
import { StyleSheet, View } from "react-native";

import { SPACE, useIsWide } from "../lib/theme";

/** Its children one below the other; side by side in pairs where there is room. */
export function Columns({ children }: { children: ReactNode }) {
  const isWide = useIsWide();
  return (
    <View style={[styles.all, isWide && styles.wide]}>
      {Children.map(children, (child) =>
        child === null || child === undefined || child === false ? null : <View style={isWide ? styles.half : styles.whole}>{child}</View>,
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  all: { gap: SPACE.m },
  wide: { flexDirection: "row", flexWrap: "wrap", alignItems: "flex-start" },
  whole: { width: "100%", gap: SPACE.m },
  half: { flexGrow: 1, flexBasis: "45%", maxWidth: "50%", gap: SPACE.m },
});
