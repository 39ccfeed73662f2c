import { StyleSheet, Text, View } from "react-native";

import { CENTRED, RADIUS, type Theme, useStyles } from "../lib/theme";

export function Avatar({ name, size = 40 }: { name: string; size?: number }) {
  const styles = useStyles(createStyles);
  return (
    <View style={[styles.circle, { width: size, height: size }]}>
      <Text style={[styles.initials, { fontSize: size * 0.38 }]}>{initialsOf(name)}</Text>
    </View>
  );
}

/** "Ada Obi": AO. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "");
  return initials.join("").toUpperCase() || "☺";
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    circle: { borderRadius: RADIUS.round, ...CENTRED, backgroundColor: theme.primary },
    initials: { fontWeight: "800", color: theme.onPrimary },
  });
