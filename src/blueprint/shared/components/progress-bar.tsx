import { StyleSheet, View } from "react-native";

import { RADIUS, type Theme, useStyles } from "../lib/theme";

/** How much of a whole there is, 0 to 100; with a label it is also told. */
export function ProgressBar({ percent, label }: { percent: number; label?: string }) {
  const styles = useStyles(createStyles);
  const told =
    label === undefined ? {} : { accessibilityRole: "progressbar" as const, accessibilityLabel: label, "aria-valuenow": Math.round(percent) };
  return (
    <View {...told} style={styles.track}>
      <View style={[styles.fill, { width: `${percent}%` }]} />
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    track: { height: 8, borderRadius: RADIUS.round, overflow: "hidden", backgroundColor: theme.tint },
    fill: { height: 8, borderRadius: RADIUS.round, backgroundColor: theme.primary },
  });
