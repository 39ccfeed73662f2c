import { StyleSheet, Text, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";

export function DetailLine({ label, value }: { label: string; value: string }) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.line}>
      <Text style={styles.label}>{label}</Text>
      <Text style={styles.value}>{value === "" ? "–" : value}</Text>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    line: { minHeight: 36, flexDirection: "row", alignItems: "center", justifyContent: "space-between", gap: SPACE.m },
    label: { fontSize: 15, color: theme.muted },
    value: { flexShrink: 1, fontSize: 15, fontWeight: "600", textAlign: "right", color: theme.text },
  });
