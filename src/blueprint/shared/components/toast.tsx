import { Ionicons } from "@expo/vector-icons";
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
