import { StyleSheet, Text } from "react-native";

import { CENTRED, outlined, RADIUS, SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { Press } from "./press";

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
    <Press
      role={role}
      label={label}
      isChecked={role === "button" ? undefined : isChosen}
      tabIndex={isInTabOrder ? 0 : -1}
      onPress={onPress}
      style={[styles.chip, isChosen && styles.chosen]}
    >
      <Text style={[styles.text, isChosen && styles.chosenText]}>{label}</Text>
    </Press>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    chip: {
      ...outlined(theme),
      minHeight: TOUCH,
      minWidth: TOUCH,
      maxWidth: "100%",
      ...CENTRED,
      paddingHorizontal: SPACE.m,
      borderRadius: RADIUS.round,
    },
    chosen: { borderColor: theme.primary, backgroundColor: theme.primary },
    text: { fontSize: 15, fontWeight: "600", color: theme.muted },
    chosenText: { color: theme.onPrimary },
  });
