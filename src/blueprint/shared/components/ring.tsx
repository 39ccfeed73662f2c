import type { ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { CENTRED, SPACE, type Theme, useStyles } from "../lib/theme";

interface RingProps {
  /** 0 to 100. */
  percent: number;
  label: string;
  /** Points; default 92. */
  size?: number;
  /** Stands in the middle in place of the figure. */
  children?: ReactNode;
}

export function Ring({ percent, label, size = 92, children }: RingProps) {
  const styles = useStyles(createStyles);
  const share = Math.min(100, Math.max(0, percent));
  const width = Math.max(8, Math.round(size / 11));
  const half = { width: size / 2, height: size, overflow: "hidden" as const };
  const circle = { width: size, height: size, borderRadius: size / 2, borderWidth: width };
  const turned = (degrees: number) => ({ transform: [{ rotate: `${degrees}deg` }] });
  return (
    <View accessible accessibilityLabel={`${label}: ${Math.round(share)} %`} style={styles.ring}>
      <View style={{ width: size, height: size }}>
        <View style={[circle, styles.track]} />
        <View style={[styles.half, half, { left: size / 2 }]}>
          <View style={[circle, styles.arc, { marginLeft: -size / 2 }, turned(-135 + Math.min(share, 50) * 3.6)]} />
        </View>
        <View style={[styles.half, half, { left: 0 }]}>
          <View style={[circle, styles.arc, turned(45 + (Math.max(share, 50) - 50) * 3.6)]} />
        </View>
        <View style={styles.middle}>{children ?? <Text style={styles.figure}>{Math.round(share)}%</Text>}</View>
      </View>
      <Text style={styles.label}>{label}</Text>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    ring: { alignItems: "center", gap: SPACE.s, flexShrink: 1 },
    track: { position: "absolute", borderColor: theme.border },
    half: { position: "absolute", top: 0 },
    arc: { borderTopColor: theme.primary, borderRightColor: theme.primary, borderBottomColor: "transparent", borderLeftColor: "transparent" },
    middle: { ...StyleSheet.absoluteFillObject, ...CENTRED },
    figure: { fontSize: 20, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.text },
    label: { maxWidth: 120, fontSize: 13, textAlign: "center", color: theme.muted },
  });
