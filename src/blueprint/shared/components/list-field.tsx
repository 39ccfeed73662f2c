import { StyleSheet, TextInput, View } from "react-native";

import { outlined, SPACE, type Theme, typed, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { type FieldProps, FormField } from "./form-field";
import { IconButton } from "./icon-button";

interface ListFieldProps extends FieldProps {
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
}

/** Several short texts, one a line. */
export function ListField({ label, value, onChange, ...field }: ListFieldProps) {
  const styles = useStyles(createStyles);
  const rows = value.length === 0 ? [""] : value;
  return (
    <FormField label={label} {...field}>
      {rows.map((text, index) => (
        <View key={index} style={styles.row}>
          <TextInput
            accessibilityLabel={label + " " + String(index + 1)}
            value={text}
            onChangeText={(changed) => onChange(rows.map((row, at) => (at === index ? changed : row)))}
            onSubmitEditing={() => onChange([...rows, ""])}
            style={styles.input}
          />
          <IconButton
            icon="close-outline"
            label={say("remove", { name: text || label + " " + String(index + 1) })}
            tone="muted"
            onPress={() => onChange(rows.filter((_, at) => at !== index))}
          />
        </View>
      ))}
      <Button icon="add" label={say("addLine")} tone="quiet" onPress={() => onChange([...rows, ""])} />
    </FormField>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { flexDirection: "row", alignItems: "center", gap: SPACE.xs },
    input: { ...outlined(theme), ...typed(theme), minHeight: 48, paddingHorizontal: 12, borderRadius: 12 },
  });
