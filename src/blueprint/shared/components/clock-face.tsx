import { StyleSheet, Text, View } from "react-native";

import { clockText } from "../lib/clock";
import { SPACE, type Theme, useFitting, useStyles } from "../lib/theme";
import { Ring } from "./ring";

interface ClockFaceProps {
  ms: number;
  label: string;
  /** 0 to 100: how much of the ring is filled. */
  percent: number;
  overline?: string;
}

/** A time in a ring. */
export function ClockFace({ ms, label, percent, overline }: ClockFaceProps) {
  const styles = useStyles(createStyles);
  const fontSize = useFitting(0, 200)(clockText(ms), 52);
  return (
    <View style={styles.clock}>
      <Ring percent={percent} label={label} size={248}>
        {overline !== undefined && <Text style={styles.overline}>{overline}</Text>}
        <Text style={[styles.time, { fontSize }]}>{clockText(ms)}</Text>
      </Ring>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    clock: { alignItems: "center", paddingVertical: SPACE.m },
    overline: { fontSize: 17, fontWeight: "600", color: theme.muted },
    time: { fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.text },
  });
