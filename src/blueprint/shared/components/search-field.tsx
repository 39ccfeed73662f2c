import { Ionicons } from "@expo/vector-icons";
import { useState } from "react";
import { StyleSheet, TextInput, View } from "react-native";

import { outlined, RADIUS, SPACE, type Theme, typed, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { IconButton } from "./icon-button";

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const [isFocused, setIsFocused] = useState(false);
  return (
    <View style={[styles.field, isFocused && styles.focused]}>
      <Ionicons name="search" size={18} color={theme.muted} />
      <TextInput
        accessibilityLabel={label}
        placeholder={label}
        placeholderTextColor={theme.muted}
        value={value}
        onChangeText={onChange}
        onFocus={() => setIsFocused(true)}
        onBlur={() => setIsFocused(false)}
        autoCorrect={false}
        returnKeyType="search"
        style={styles.input}
      />
      {value !== "" && <IconButton icon="close-circle" label={say("clear")} tone="muted" onPress={() => onChange("")} />}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    field: {
      ...outlined(theme),
      minHeight: 48,
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.s,
      paddingLeft: 12,
      borderRadius: RADIUS.m,
    },
    focused: { borderColor: theme.primary },
    input: { ...typed(theme), minHeight: 46 },
  });
