import type { ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";

export interface FieldProps {
  label: string;
  isRequired?: boolean;
  error?: string;
}

/** A label, its control, and what is wrong with it. */
export function FormField({ label, isRequired = false, error, children }: FieldProps & { children: ReactNode }) {
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
    error: { fontSize: 13, lineHeight: 18, color: theme.danger },
  });
