import { Pressable, StyleSheet, Text } from "react-native";

import { outlined, RADIUS, SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";

interface ChipProps {
  label: string;
  role: "radio" | "checkbox" | "button";
  isChosen: boolean;
  /** Of a group of radios only one is reached by Tab; the arrow keys go on from there. */
  isInTabOrder?: boolean;
  onPress: () => void;
}

/** One choice of a few. */
export function Chip({ label, role, isChosen, isInTabOrder = true, onPress }: ChipProps) {
  const styles = useStyles(createStyles);
  return (
    <Pressable
      accessibilityRole={role}
      accessibilityLabel={label}
      accessibilityState={role === "button" ? {} : { checked: isChosen }}
      aria-checked={role === "button" ? undefined : isChosen}
      tabIndex={isInTabOrder ? 0 : -1}
      onPress={onPress}
      style={({ pressed }) => [styles.chip, isChosen && styles.chosen, pressed && styles.pressed]}
    >
      <Text style={[styles.text, isChosen && styles.chosenText]}>{label}</Text>
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    chip: {
      ...outlined(theme),
      minHeight: TOUCH,
      minWidth: TOUCH,
      maxWidth: "100%",
      alignItems: "center",
      justifyContent: "center",
      paddingHorizontal: SPACE.m,
      borderRadius: RADIUS.round,
    },
    chosen: { borderColor: theme.primary, backgroundColor: theme.primary },
    pressed: { opacity: 0.75 },
    text: { fontSize: 15, fontWeight: "600", color: theme.muted },
    chosenText: { color: theme.onPrimary },
  });
