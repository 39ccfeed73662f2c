import { Modal, Pressable, StyleSheet, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Heading } from "./heading";
import { Words } from "./words";

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
          <Heading look="record">{title}</Heading>
          <Words>{message}</Words>
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
    dialog: { width: "100%", maxWidth: 360, gap: SPACE.s, padding: SPACE.l, borderRadius: RADIUS.l, backgroundColor: theme.surface },
    buttons: { gap: SPACE.s, marginTop: SPACE.m },
  });
