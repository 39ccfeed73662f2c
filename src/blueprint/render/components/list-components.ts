import type { SourceFile } from '../../../generation/plan.js';

/** components/icon-button.tsx */
export const iconButtonComponent = (): SourceFile => ({
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
  onPress: () => void;
}

export function IconButton({ icon, label, tone = "plain", onPress }: IconButtonProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const colour = { plain: theme.primary, primary: theme.onPrimary, muted: theme.muted, danger: theme.danger }[tone];
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={label}
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
});

/** components/chip-row.tsx: choose one of a few, in a line that scrolls. */
export const chipRowComponent = (): SourceFile => ({
  path: 'components/chip-row.tsx',
  content: `import { Pressable, ScrollView, StyleSheet, Text } from "react-native";

import { RADIUS, SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";

interface ChipRowProps<Choice extends string> {
  label: string;
  choices: readonly Choice[];
  chosen: Choice;
  onChoose: (choice: Choice) => void;
}

export function ChipRow<Choice extends string>({ label, choices, chosen, onChoose }: ChipRowProps<Choice>) {
  const styles = useStyles(createStyles);
  return (
    <ScrollView
      horizontal
      accessibilityRole="radiogroup"
      accessibilityLabel={label}
      showsHorizontalScrollIndicator={false}
      style={styles.scroll}
      contentContainerStyle={styles.row}
    >
      {choices.map((choice) => {
        const isChosen = choice === chosen;
        return (
          <Pressable
            key={choice}
            accessibilityRole="radio"
            accessibilityLabel={choice}
            accessibilityState={{ checked: isChosen }}
            aria-checked={isChosen}
            onPress={() => onChoose(choice)}
            style={[styles.chip, isChosen && styles.chosen]}
          >
            <Text style={[styles.text, isChosen && styles.chosenText]}>{choice}</Text>
          </Pressable>
        );
      })}
    </ScrollView>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    scroll: { flexGrow: 0 },
    row: { gap: SPACE.s, paddingHorizontal: SPACE.m },
    chip: {
      minHeight: TOUCH,
      justifyContent: "center",
      paddingHorizontal: SPACE.m,
      borderRadius: RADIUS.round,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.surface,
    },
    chosen: { borderColor: theme.primary, backgroundColor: theme.primary },
    text: { fontSize: 14, fontWeight: "600", color: theme.muted },
    chosenText: { color: theme.onPrimary },
  });
`,
});

/** components/search-field.tsx */
export const searchFieldComponent = (): SourceFile => ({
  path: 'components/search-field.tsx',
  content: `import { Ionicons } from "@expo/vector-icons";
import { useState } from "react";
import { StyleSheet, TextInput, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
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
      {value !== "" && <IconButton icon="close-circle" label="Clear search" tone="muted" onPress={() => onChange("")} />}
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
      marginHorizontal: SPACE.m,
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
});

/** components/empty-state.tsx */
export const emptyStateComponent = (): SourceFile => ({
  path: 'components/empty-state.tsx',
  content: `import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps, ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";

interface EmptyStateProps {
  icon: ComponentProps<typeof Ionicons>["name"];
  title: string;
  hint: string;
  children?: ReactNode;
}

export function EmptyState({ icon, title, hint, children }: EmptyStateProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <View style={styles.empty}>
      <View style={styles.icon}>
        <Ionicons name={icon} size={36} color={theme.primary} />
      </View>
      <Text style={styles.title}>{title}</Text>
      <Text style={styles.hint}>{hint}</Text>
      {children}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    empty: { alignItems: "center", gap: SPACE.s, paddingVertical: 48, paddingHorizontal: SPACE.l },
    icon: {
      width: 80,
      height: 80,
      marginBottom: SPACE.s,
      borderRadius: RADIUS.round,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: theme.tint,
    },
    title: { fontSize: 18, fontWeight: "700", color: theme.text, textAlign: "center" },
    hint: { fontSize: 15, lineHeight: 22, color: theme.muted, textAlign: "center", marginBottom: SPACE.s },
  });
`,
});

/** components/button.tsx */
export const buttonComponent = (): SourceFile => ({
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
      <Text numberOfLines={1} style={[styles.label, { color: colour }]}>
        {label}
      </Text>
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
      borderRadius: RADIUS.m,
      borderWidth: 1,
    },
    primary: { backgroundColor: theme.primary, borderColor: theme.primary },
    quiet: { backgroundColor: theme.surface, borderColor: theme.border },
    danger: { backgroundColor: theme.surface, borderColor: theme.border },
    pressed: { opacity: 0.7 },
    label: { flexShrink: 1, fontSize: 16, fontWeight: "700" },
  });
`,
});

/** components/confirm-dialog.tsx: asks before something is lost; looks the same on every platform. */
export const confirmDialogComponent = (): SourceFile => ({
  path: 'components/confirm-dialog.tsx',
  content: `import { Modal, Pressable, StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { Button } from "./button";

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
        <Pressable accessibilityRole="button" accessibilityLabel="Close" onPress={onCancel} style={styles.backdrop} />
        <View accessibilityViewIsModal accessibilityLabel={title} style={styles.dialog}>
          <Text accessibilityRole="header" style={styles.title}>
            {title}
          </Text>
          <Text style={styles.message}>{message}</Text>
          <View style={styles.buttons}>
            <Button label={confirmLabel} tone="danger" onPress={onConfirm} />
            <Button label="Cancel" tone="quiet" onPress={onCancel} />
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
});

/** components/link-row.tsx: a line that leads to a screen. */
export const linkRowComponent = (): SourceFile => ({
  path: 'components/link-row.tsx',
  content: `import { Ionicons } from "@expo/vector-icons";
import type { ComponentProps } from "react";
import { Pressable, StyleSheet, Text } from "react-native";

import { type Theme, useStyles, useTheme } from "../lib/theme";

interface LinkRowProps {
  icon: ComponentProps<typeof Ionicons>["name"];
  label: string;
  onPress: () => void;
}

export function LinkRow({ icon, label, onPress }: LinkRowProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <Pressable
      accessibilityRole="link"
      accessibilityLabel={label}
      onPress={onPress}
      style={({ pressed }) => [styles.row, pressed && styles.pressed]}
    >
      <Ionicons name={icon} size={22} color={theme.primary} />
      <Text numberOfLines={1} style={styles.label}>
        {label}
      </Text>
      <Ionicons name="chevron-forward" size={18} color={theme.muted} />
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { minHeight: 48, flexDirection: "row", alignItems: "center", gap: 12 },
    pressed: { opacity: 0.6 },
    label: { flex: 1, minWidth: 0, fontSize: 16, color: theme.text },
  });
`,
});
