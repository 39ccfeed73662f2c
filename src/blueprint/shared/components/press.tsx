import { Pressable, type PressableProps, type StyleProp, StyleSheet, type ViewStyle } from "react-native";

interface PressProps extends Omit<PressableProps, "style" | "role"> {
  /** What it does, for those who cannot see it. */
  label: string;
  role?: PressableProps["accessibilityRole"];
  /** Set for what is on or off, chosen or not. */
  isChecked?: boolean;
  style?: StyleProp<ViewStyle>;
}

/** Anything that can be pressed; it pales while it is held down. */
export function Press({ label, role = "button", isChecked, style, ...others }: PressProps) {
  return (
    <Pressable
      accessibilityRole={role}
      accessibilityLabel={label}
      accessibilityState={isChecked === undefined ? undefined : { checked: isChecked }}
      aria-checked={isChecked}
      style={({ pressed }) => [style, pressed && styles.pressed]}
      {...others}
    />
  );
}

const styles = StyleSheet.create({ pressed: { opacity: 0.7 } });
