import { Ionicons } from "@expo/vector-icons";
import { StyleSheet, View } from "react-native";

import { CENTRED, type IconName, RADIUS, type Theme, useStyles, useTheme } from "../lib/theme";

/** An icon on a tinted ground. */
export function IconBox({ icon, size = 40, isRound = false }: { icon: IconName; size?: number; isRound?: boolean }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <View style={[styles.box, isRound && styles.round, { width: size, height: size }]}>
      <Ionicons name={icon} size={size / 2} color={theme.primary} />
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    box: { ...CENTRED, borderRadius: 12, backgroundColor: theme.tint },
    round: { borderRadius: RADIUS.round },
  });
