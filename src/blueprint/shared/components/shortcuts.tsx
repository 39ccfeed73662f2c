import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import { openScreen } from "../lib/navigation";
import { RADIUS, raised, type Theme, useStyles, useTheme } from "../lib/theme";

interface Shortcut {
  icon: ComponentProps<typeof Ionicons>["name"];
  label: string;
  path: string;
}

/** What the app can do, a press away. */
export function Shortcuts({ items }: { items: readonly Shortcut[] }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <View style={styles.row}>
      {items.map(({ icon, label, path }) => (
        <Pressable
          key={path}
          accessibilityRole="link"
          accessibilityLabel={label}
          onPress={() => openScreen(path)}
          style={({ pressed }) => [styles.item, pressed && styles.pressed]}
        >
          <View style={styles.icon}>
            <Ionicons name={icon} size={22} color={theme.primary} />
          </View>
          <Text style={styles.label}>{label}</Text>
        </Pressable>
      ))}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { flexDirection: "row", flexWrap: "wrap", gap: 12 },
    item: {
      ...raised(theme),
      flexGrow: 1,
      flexBasis: "45%",
      minHeight: 64,
      flexDirection: "row",
      alignItems: "center",
      gap: 12,
      padding: 12,
      borderRadius: RADIUS.m,
    },
    icon: {
      width: 40,
      height: 40,
      borderRadius: 12,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: theme.tint,
    },
    label: { flex: 1, minWidth: 0, fontSize: 15, fontWeight: "700", color: theme.text },
    pressed: { opacity: 0.7 },
  });
