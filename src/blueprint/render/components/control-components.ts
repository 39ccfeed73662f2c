import type { SourceFile } from '../../../generation/plan.js';

/** What is pressed, and what answers. */
export const controlComponents: readonly SourceFile[] = [
  {
    path: 'components/button.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps } from "react";
import { Pressable, StyleSheet, Text } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";

interface ButtonProps {
  label: string;
  icon?: ComponentProps<typeof Ionicons>["name"];
  tone?: "primary" | "quiet" | "danger";
  onPress: () => void;
}

export function Button({ label, icon, tone = "primary", onPress }: ButtonProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const colour = { primary: theme.onPrimary, quiet: theme.primary, danger: theme.danger }[tone];
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={label}
      onPress={onPress}
      style={({ pressed }) => [styles.button, styles[tone], pressed && styles.pressed]}
    >
      {icon !== undefined && <Ionicons name={icon} size={20} color={colour} />}
      <Text style={[styles.label, { color: colour }]}>{label}</Text>
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    button: {
      minHeight: 48,
      flexDirection: "row",
      alignItems: "center",
      justifyContent: "center",
      gap: SPACE.s,
      paddingHorizontal: SPACE.m,
      paddingVertical: SPACE.s,
      borderRadius: RADIUS.m,
      borderWidth: 1,
    },
    primary: { backgroundColor: theme.primary, borderColor: theme.primary },
    quiet: { backgroundColor: theme.surface, borderColor: theme.border },
    danger: { backgroundColor: theme.surface, borderColor: theme.border },
    pressed: { opacity: 0.7 },
    label: { flexShrink: 1, fontSize: 16, fontWeight: "700", textAlign: "center" },
  });
`,
  },
  {
    path: 'components/icon-button.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
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
`,
  },
  {
    path: 'components/chip-row.tsx',
    content: `import { ScrollView, StyleSheet, View } from "react-native";

import { useRovingKeys } from "../lib/roving-keys";
import { SPACE } from "../lib/theme";
import { Chip } from "./chip";

interface ChipRowProps<Choice extends string> {
  label: string;
  choices: readonly Choice[];
  chosen: Choice;
  onChoose: (choice: Choice) => void;
}

/** Choose one of a few, in a line that scrolls. */
export function ChipRow<Choice extends string>({ label, choices, chosen, onChoose }: ChipRowProps<Choice>) {
  const group = useRovingKeys(choices, chosen, onChoose);
  return (
    <ScrollView horizontal showsHorizontalScrollIndicator={false} style={styles.scroll}>
      <View ref={group} accessibilityRole="radiogroup" accessibilityLabel={label} style={styles.row}>
        {choices.map((choice) => (
          <Chip
            key={choice}
            label={choice}
            role="radio"
            isChosen={choice === chosen}
            isInTabOrder={choice === chosen}
            onPress={() => onChoose(choice)}
          />
        ))}
      </View>
    </ScrollView>
  );
}

const styles = StyleSheet.create({
  scroll: { flexGrow: 0, marginHorizontal: -SPACE.m },
  row: { flexDirection: "row", gap: SPACE.s, paddingHorizontal: SPACE.m },
});
`,
  },
  {
    path: 'components/search-field.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import { useState } from "react";
import { StyleSheet, TextInput, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
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
      minHeight: 48,
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.s,
      paddingLeft: 12,
      borderRadius: RADIUS.m,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.surface,
    },
    focused: { borderColor: theme.primary },
    input: {
      flex: 1,
      minWidth: 0,
      minHeight: 46,
      fontSize: 16,
      color: theme.text,
      outlineStyle: "solid",
      outlineWidth: 0,
    },
  });
`,
  },
  {
    path: 'components/stepper.tsx',
    content: `import { StyleSheet, Text, View } from "react-native";

import { formatNumber } from "../lib/numbers";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { IconButton } from "./icon-button";

interface StepperProps {
  label: string;
  unit?: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number) => void;
}

export function Stepper({ label, unit, value, min, max, step: size = 1, onChange }: StepperProps) {
  const styles = useStyles(createStyles);
  const step = (by: number) => onChange(Math.min(max, Math.max(min, value + by)));
  return (
    <View style={styles.row}>
      <Text style={styles.label}>{label}</Text>
      <IconButton icon="remove" label={say("less", { name: label })} onPress={() => step(-size)} />
      <Text style={styles.value}>{formatNumber(value, unit)}</Text>
      <IconButton icon="add" label={say("more", { name: label })} onPress={() => step(size)} />
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { flexDirection: "row", alignItems: "center", gap: SPACE.xs },
    label: { flex: 1, fontSize: 16, fontWeight: "600", color: theme.text },
    value: { minWidth: 64, textAlign: "center", fontSize: 16, fontVariant: ["tabular-nums"], color: theme.text },
  });
`,
  },
  {
    path: 'components/confirm-dialog.tsx',
    content: `import { Modal, Pressable, StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Heading } from "./heading";

interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  message: string;
  confirmLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
}

export function ConfirmDialog({ isOpen, title, message, confirmLabel, onConfirm, onCancel }: ConfirmDialogProps) {
  const styles = useStyles(createStyles);
  return (
    <Modal visible={isOpen} transparent animationType="fade" onRequestClose={onCancel}>
      <View style={styles.centre}>
        <Pressable accessibilityRole="button" accessibilityLabel={say("close")} onPress={onCancel} style={styles.backdrop} />
        <View accessibilityViewIsModal accessibilityLabel={title} style={styles.dialog}>
          <Heading level={2} style={styles.title}>
            {title}
          </Heading>
          <Text style={styles.message}>{message}</Text>
          <View style={styles.buttons}>
            <Button label={confirmLabel} tone="danger" onPress={onConfirm} />
            <Button label={say("cancel")} tone="quiet" onPress={onCancel} />
          </View>
        </View>
      </View>
    </Modal>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    centre: { flex: 1, alignItems: "center", justifyContent: "center", padding: SPACE.l },
    backdrop: { ...StyleSheet.absoluteFillObject, backgroundColor: "rgba(0, 0, 0, 0.5)" },
    dialog: {
      width: "100%",
      maxWidth: 360,
      gap: SPACE.s,
      padding: SPACE.l,
      borderRadius: RADIUS.l,
      backgroundColor: theme.surface,
    },
    title: { fontSize: 20, fontWeight: "700", color: theme.text },
    message: { fontSize: 15, lineHeight: 22, color: theme.muted },
    buttons: { gap: SPACE.s, marginTop: SPACE.m },
  });
`,
  },
  {
    path: 'components/toast.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import { useEffect, useSyncExternalStore } from "react";
import { StyleSheet, Text, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";

interface Toast {
  message: string;
}

const SHOWN_MS = 2400;

let current: Toast | undefined;
const listeners = new Set<() => void>();

/** Shows a message for a moment; a newer one takes its place. */
export function showToast(toast: Toast): void {
  setCurrent({ ...toast });
}

/** Stands once, in the root layout. */
export function ToastHost() {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const insets = useSafeAreaInsets();
  const toast = useSyncExternalStore(subscribe, getCurrent, getCurrent);
  useEffect(() => {
    if (toast === undefined) return;
    const timer = setTimeout(() => setCurrent(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  if (toast === undefined) return null;
  return (
    <View style={[styles.host, { bottom: insets.bottom + 72 }]}>
      <View accessibilityRole="alert" accessibilityLiveRegion="polite" style={styles.toast}>
        <Ionicons name="checkmark-circle" size={20} color={theme.background} />
        <Text style={styles.message}>{toast.message}</Text>
      </View>
    </View>
  );
}

function setCurrent(toast: Toast | undefined): void {
  current = toast;
  listeners.forEach((listener) => listener());
}

function getCurrent(): Toast | undefined {
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    host: { position: "absolute", left: SPACE.m, right: SPACE.m, alignItems: "center", pointerEvents: "none" },
    toast: {
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.s,
      maxWidth: 480,
      paddingVertical: 12,
      paddingHorizontal: SPACE.m,
      borderRadius: RADIUS.round,
      backgroundColor: theme.text,
      boxShadow: theme.shadow,
    },
    message: { flexShrink: 1, fontSize: 15, fontWeight: "600", color: theme.background },
  });
`,
  },
];
