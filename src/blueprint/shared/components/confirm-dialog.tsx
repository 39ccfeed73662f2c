import { Modal, Pressable, StyleSheet, Text, View } from "react-native";

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
