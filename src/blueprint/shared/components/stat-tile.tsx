import { Ionicons } from "@expo/vector-icons";
import { StyleSheet, Text, View } from "react-native";

import { type IconName, RADIUS, raised, SPACE, type Theme, useStyles, useTextScale, useTheme } from "../lib/theme";
import { Press } from "./press";
import { Row } from "./row";
import { Words } from "./words";

interface StatTileProps {
  icon: IconName;
  value: string;
  label: string;
  onPress?: () => void;
}

export function StatTile({ icon, value, label, onPress }: StatTileProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const minWidth = 112 * useTextScale();
  const content = (
    <>
      <Row isApart>
        <Ionicons name={icon} size={20} color={theme.primary} />
        {onPress !== undefined && <Ionicons name="chevron-forward" size={16} color={theme.muted} />}
      </Row>
      <Text style={[styles.value, value.length > 9 && styles.longValue]}>{value}</Text>
      <Words look="small">{label}</Words>
    </>
  );
  if (onPress === undefined) return <View style={[styles.tile, { minWidth }]}>{content}</View>;
  return (
    <Press label={`${label}: ${value}`} onPress={onPress} style={[styles.tile, { minWidth }]}>
      {content}
    </Press>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    tile: { ...raised(theme), flexGrow: 1, flexBasis: "45%", minHeight: 104, padding: SPACE.m, gap: 2, borderRadius: RADIUS.m },
    value: { marginTop: SPACE.xs, fontSize: 24, fontWeight: "800", letterSpacing: -0.5, color: theme.text },
    longValue: { fontSize: 18 },
  });
