import { StyleSheet, Text, TextInput, View } from "react-native";

import { dayAfter, dayFromToday, formatDay, readDay, typedDay } from "../lib/dates";
import { outlined, SPACE, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { type FieldProps, FormField } from "./form-field";
import { IconButton } from "./icon-button";

interface DateFieldProps extends FieldProps {
  /** A day, as it was typed. */
  value: string;
  onChange: (value: string) => void;
  onSubmit?: () => void;
}

/** A day, typed or stepped; in words it stands above. */
export function DateField({ label, value, onChange, onSubmit, ...field }: DateFieldProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const read = readDay(value);
  const step = (days: number) => onChange(typedDay(read === undefined ? dayFromToday(0) : dayAfter(read, days)));
  return (
    <FormField label={label} {...field}>
      <View style={[styles.box, field.error !== undefined && styles.wrong]}>
        <IconButton icon="remove" label={say("dayEarlier", { label })} onPress={() => step(-1)} />
        <View style={styles.middle}>
          <Text style={styles.words}>{read === undefined ? "–" : formatDay(read)}</Text>
          <TextInput
            accessibilityLabel={label}
            value={value}
            onChangeText={onChange}
            onSubmitEditing={onSubmit}
            maxLength={12}
            placeholder={typedDay(dayFromToday(0))}
            placeholderTextColor={theme.muted}
            style={styles.input}
          />
        </View>
        <IconButton icon="add" label={say("dayLater", { label })} onPress={() => step(1)} />
      </View>
    </FormField>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    box: { ...outlined(theme), flexDirection: "row", alignItems: "center", borderRadius: 12 },
    wrong: { borderColor: theme.danger },
    middle: { flex: 1, minWidth: 0, paddingTop: SPACE.s },
    words: { textAlign: "center", fontSize: 16, fontWeight: "600", color: theme.text },
    input: { minHeight: TOUCH, padding: 0, fontSize: 14, textAlign: "center", color: theme.muted, outlineStyle: "solid", outlineWidth: 0 },
  });
