import { Ionicons } from "@expo/vector-icons";
import { StyleSheet } from "react-native";

import { CENTRED, type IconName, RADIUS, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { Press } from "./press";

interface IconButtonProps {
  icon: IconName;
  /** What the button does, for those who cannot see the icon. */
  label: string;
  tone?: "plain" | "primary" | "muted" | "danger";
  /** Set for a button that is on or off. */
  isOn?: boolean;
  onPress: () => void;
}

export function IconButton({ icon, label, tone = "plain", isOn, onPress }: IconButtonProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const colour = { plain: theme.primary, primary: theme.onPrimary, muted: theme.muted, danger: theme.danger }[tone];
  const pressedState = { "aria-pressed": isOn };
  return (
    <Press label={label} {...pressedState} onPress={onPress} style={[styles.button, tone === "primary" && styles.primary]}>
      <Ionicons name={icon} size={tone === "primary" ? 24 : 22} color={colour} />
    </Press>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    button: { width: TOUCH, height: TOUCH, borderRadius: RADIUS.round, ...CENTRED },
    primary: { backgroundColor: theme.primary },
  });
