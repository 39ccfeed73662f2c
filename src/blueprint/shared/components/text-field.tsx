import { useState } from "react";
import { StyleSheet, Text, TextInput, View } from "react-native";

import { outlined, SPACE, type Theme, typed, useStyles, useTheme } from "../lib/theme";
import { type FieldProps, FormField } from "./form-field";

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** What Enter does. */
  onSubmit?: () => void;
  isLong?: boolean;
  isNumeric?: boolean;
  /** Hides what is typed. */
  isSecret?: boolean;
  /** What a figure counts, shown behind it. */
  unit?: string;
  placeholder?: string;
}

/** Text, long text and figures. */
export function TextField({
  label,
  value,
  onChange,
  onSubmit,
  isLong = false,
  isNumeric = false,
  isSecret = false,
  unit,
  placeholder,
  ...field
}: TextFieldProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const [isFocused, setIsFocused] = useState(false);
  return (
    <FormField label={label} {...field}>
      <View style={[styles.box, isFocused && styles.focused, field.error !== undefined && styles.wrong]}>
        <TextInput
          accessibilityLabel={label}
          value={value}
          onChangeText={onChange}
          onSubmitEditing={onSubmit}
          submitBehavior={isLong ? "newline" : onSubmit === undefined ? "blurAndSubmit" : "submit"}
          onFocus={() => setIsFocused(true)}
          onBlur={() => setIsFocused(false)}
          multiline={isLong}
          secureTextEntry={isSecret}
          inputMode={isNumeric ? "decimal" : "text"}
          placeholder={placeholder}
          placeholderTextColor={theme.muted}
          style={[styles.input, isLong && styles.long]}
        />
        {unit !== undefined && <Text style={styles.unit}>{unit}</Text>}
      </View>
    </FormField>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    box: { ...outlined(theme), flexDirection: "row", alignItems: "center", gap: SPACE.s, paddingHorizontal: 12, borderRadius: 12 },
    focused: { borderColor: theme.primary },
    wrong: { borderColor: theme.danger },
    input: { ...typed(theme), minHeight: 48 },
    long: { minHeight: 112, paddingVertical: 12, lineHeight: 22, textAlignVertical: "top" },
    unit: { fontSize: 14, color: theme.muted },
  });
