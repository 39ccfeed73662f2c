import { StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { Press } from "./press";

interface SwitchRowProps {
  label: string;
  hint?: string;
  value: boolean;
  onChange: (value: boolean) => void;
}

/** A line that is on or off; all of it can be pressed. */
export function SwitchRow({ label, hint, value, onChange }: SwitchRowProps) {
  const styles = useStyles(createStyles);
  return (
    <Press role="switch" label={label} isChecked={value} onPress={() => onChange(!value)} style={styles.row}>
      <View style={styles.texts}>
        <Text style={styles.label}>{label}</Text>
        {hint !== undefined && <Text style={styles.hint}>{hint}</Text>}
      </View>
      <View style={[styles.track, value && styles.trackOn]}>
        <View style={styles.thumb} />
      </View>
    </Press>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { minHeight: 48, flexDirection: "row", alignItems: "center", gap: SPACE.m },
    texts: { flex: 1, minWidth: 0, gap: 2 },
    label: { fontSize: 16, fontWeight: "600", color: theme.text },
    hint: { fontSize: 13, color: theme.muted },
    track: { width: 52, padding: 3, borderRadius: RADIUS.round, backgroundColor: theme.border },
    trackOn: { alignItems: "flex-end", backgroundColor: theme.primary },
    thumb: { width: 26, height: 26, borderRadius: RADIUS.round, backgroundColor: "#ffffff" },
  });
