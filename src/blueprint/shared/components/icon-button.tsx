import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps } from "react";
import { Pressable, StyleSheet } from "react-native";

import { RADIUS, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";

interface IconButtonProps {
  icon: ComponentProps<typeof Ionicons>["name"];
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
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={label}
      {...pressedState}
      onPress={onPress}
      style={({ pressed }) => [styles.button, tone === "primary" && styles.primary, pressed && styles.pressed]}
    >
      <Ionicons name={icon} size={tone === "primary" ? 24 : 22} color={colour} />
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    button: {
      width: TOUCH,
      height: TOUCH,
      borderRadius: RADIUS.round,
      alignItems: "center",
      justifyContent: "center",
    },
    primary: { backgroundColor: theme.primary },
    pressed: { opacity: 0.6 },
  });
