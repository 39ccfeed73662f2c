import type { SourceFile } from '../../../generation/plan.js';

/** components/form-field.tsx: a label, its control, and what is wrong with it. */
export const formFieldComponent = (): SourceFile => ({
  path: 'components/form-field.tsx',
  content: `import type { ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";

interface FormFieldProps {
  label: string;
  isRequired?: boolean;
  error?: string;
  children: ReactNode;
}

export function FormField({ label, isRequired = false, error, children }: FormFieldProps) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.field}>
      <Text style={styles.label}>
        {label}
        {isRequired && <Text style={styles.mark}> *</Text>}
      </Text>
      {children}
      {error !== undefined && (
        <Text accessibilityRole="alert" style={styles.error}>
          {error}
        </Text>
      )}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    field: { gap: SPACE.s },
    label: { fontSize: 14, fontWeight: "600", color: theme.text },
    mark: { color: theme.danger },
    error: { fontSize: 13, color: theme.danger },
  });
`,
});

/** components/text-field.tsx: text, long text and figures. */
export const textFieldComponent = (): SourceFile => ({
  path: 'components/text-field.tsx',
  content: `import { useState } from "react";
import { StyleSheet, Text, TextInput, View } from "react-native";

import { SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
import { FormField } from "./form-field";

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isRequired?: boolean;
  error?: string;
  isLong?: boolean;
  isNumeric?: boolean;
  /** Hides what is typed. */
  isSecret?: boolean;
  /** What a figure counts, shown behind it. */
  unit?: string;
  placeholder?: string;
}

export function TextField({
  label,
  value,
  onChange,
  isRequired = false,
  error,
  isLong = false,
  isNumeric = false,
  isSecret = false,
  unit,
  placeholder,
}: TextFieldProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const [isFocused, setIsFocused] = useState(false);
  return (
    <FormField label={label} isRequired={isRequired} error={error}>
      <View style={[styles.box, isFocused && styles.focused, error !== undefined && styles.wrong]}>
        <TextInput
          accessibilityLabel={label}
          value={value}
          onChangeText={onChange}
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
    box: {
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.s,
      paddingHorizontal: 12,
      borderRadius: 12,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.surface,
    },
    focused: { borderColor: theme.primary },
    wrong: { borderColor: theme.danger },
    input: {
      flex: 1,
      minWidth: 0,
      minHeight: 48,
      fontSize: 16,
      color: theme.text,
      outlineStyle: "solid",
      outlineWidth: 0,
    },
    long: { minHeight: 112, paddingVertical: 12, lineHeight: 22, textAlignVertical: "top" },
    unit: { fontSize: 14, color: theme.muted },
  });
`,
});

/** components/date-field.tsx: a day, typed or stepped. */
export const dateFieldComponent = (): SourceFile => ({
  path: 'components/date-field.tsx',
  content: `import { StyleSheet, Text, TextInput, View } from "react-native";

import { dayAfter, dayFromToday, formatDay, isDay } from "../lib/dates";
import { SPACE, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { FormField } from "./form-field";
import { IconButton } from "./icon-button";

interface DateFieldProps {
  label: string;
  /** YYYY-MM-DD. */
  value: string;
  onChange: (value: string) => void;
  isRequired?: boolean;
  error?: string;
}

export function DateField({ label, value, onChange, isRequired = false, error }: DateFieldProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const day = isDay(value) ? value : dayFromToday(0);
  return (
    <FormField label={label} isRequired={isRequired} error={error}>
      <View style={[styles.box, error !== undefined && styles.wrong]}>
        <IconButton icon="remove" label={\`\${label}: a day earlier\`} onPress={() => onChange(dayAfter(day, -1))} />
        <View style={styles.middle}>
          <Text style={styles.words}>{formatDay(day)}</Text>
          <TextInput
            accessibilityLabel={\`\${label}, year-month-day\`}
            value={value}
            onChangeText={onChange}
            maxLength={10}
            placeholder="YYYY-MM-DD"
            placeholderTextColor={theme.muted}
            style={styles.input}
          />
        </View>
        <IconButton icon="add" label={\`\${label}: a day later\`} onPress={() => onChange(dayAfter(day, 1))} />
      </View>
    </FormField>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    box: {
      flexDirection: "row",
      alignItems: "center",
      paddingVertical: SPACE.xs,
      borderRadius: 12,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.surface,
    },
    wrong: { borderColor: theme.danger },
    middle: { flex: 1, minWidth: 0 },
    words: {
      position: "absolute",
      top: SPACE.xs,
      width: "100%",
      textAlign: "center",
      pointerEvents: "none",
      fontSize: 16,
      fontWeight: "600",
      color: theme.text,
    },
    input: { minHeight: TOUCH + SPACE.s, padding: 0, paddingTop: 22, fontSize: 14, textAlign: "center", color: theme.muted },
  });
`,
});

/** components/choice-field.tsx: all choices at once. */
export const choiceFieldComponent = (): SourceFile => ({
  path: 'components/choice-field.tsx',
  content: `import { Pressable, StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { FormField } from "./form-field";

interface ChoiceFieldProps<Choice extends string> {
  label: string;
  choices: readonly Choice[];
  value: Choice;
  onChange: (value: Choice) => void;
}

export function ChoiceField<Choice extends string>({ label, choices, value, onChange }: ChoiceFieldProps<Choice>) {
  const styles = useStyles(createStyles);
  return (
    <FormField label={label}>
      <View accessibilityRole="radiogroup" accessibilityLabel={label} style={styles.choices}>
        {choices.map((choice) => {
          const isChosen = choice === value;
          return (
            <Pressable
              key={choice}
              accessibilityRole="radio"
              accessibilityLabel={choice}
              accessibilityState={{ checked: isChosen }}
              aria-checked={isChosen}
              onPress={() => onChange(choice)}
              style={[styles.choice, isChosen && styles.chosen]}
            >
              <Text style={[styles.text, isChosen && styles.chosenText]}>{choice}</Text>
            </Pressable>
          );
        })}
      </View>
    </FormField>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    choices: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
    choice: {
      minHeight: TOUCH,
      justifyContent: "center",
      paddingHorizontal: SPACE.m,
      borderRadius: RADIUS.round,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.surface,
    },
    chosen: { borderColor: theme.primary, backgroundColor: theme.primary },
    text: { fontSize: 15, fontWeight: "600", color: theme.muted },
    chosenText: { color: theme.onPrimary },
  });
`,
});

/** components/switch-row.tsx: a line that is on or off; all of it can be pressed. */
export const switchRowComponent = (): SourceFile => ({
  path: 'components/switch-row.tsx',
  content: `import { Pressable, StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";

interface SwitchRowProps {
  label: string;
  hint?: string;
  value: boolean;
  onChange: (value: boolean) => void;
}

export function SwitchRow({ label, hint, value, onChange }: SwitchRowProps) {
  const styles = useStyles(createStyles);
  return (
    <Pressable
      accessibilityRole="switch"
      accessibilityLabel={label}
      accessibilityState={{ checked: value }}
      onPress={() => onChange(!value)}
      style={({ pressed }) => [styles.row, pressed && styles.pressed]}
    >
      <View style={styles.texts}>
        <Text style={styles.label}>{label}</Text>
        {hint !== undefined && <Text style={styles.hint}>{hint}</Text>}
      </View>
      <View style={[styles.track, value && styles.trackOn]}>
        <View style={styles.thumb} />
      </View>
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { minHeight: 48, flexDirection: "row", alignItems: "center", gap: SPACE.m },
    pressed: { opacity: 0.7 },
    texts: { flex: 1, minWidth: 0, gap: 2 },
    label: { fontSize: 16, fontWeight: "600", color: theme.text },
    hint: { fontSize: 13, color: theme.muted },
    track: { width: 52, padding: 3, borderRadius: RADIUS.round, backgroundColor: theme.border },
    trackOn: { alignItems: "flex-end", backgroundColor: theme.primary },
    thumb: { width: 26, height: 26, borderRadius: RADIUS.round, backgroundColor: "#ffffff" },
  });
`,
});
