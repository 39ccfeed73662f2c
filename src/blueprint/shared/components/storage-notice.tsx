import { Ionicons } from "@expo/vector-icons";
import { Linking, Platform, StyleSheet, Text, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { useHasSaveFailed } from "../lib/store";
import { SPACE, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Press } from "./press";

/** Says that entries last only as long as the page where the browser keeps nothing: a private window, a blocked frame. */
export function StorageNotice() {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const insets = useSafeAreaInsets();
  if (!useHasSaveFailed()) return null;
  const isFramed = Platform.OS === "web" && window.self !== window.top;
  return (
    <View style={[styles.notice, { paddingTop: insets.top + SPACE.xs }]}>
      <Ionicons name="cloud-offline-outline" size={20} color={theme.primary} />
      <Text accessibilityRole="alert" style={styles.text}>
        {say("nothingKept")}
      </Text>
      {isFramed && (
        <Press role="link" label={say("openOwnTab")} onPress={() => void Linking.openURL(window.location.href)} style={styles.link}>
          <Text style={styles.linkText}>{say("openOwnTab")}</Text>
        </Press>
      )}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    notice: {
      flexDirection: "row",
      flexWrap: "wrap",
      alignItems: "center",
      gap: SPACE.s,
      paddingHorizontal: SPACE.m,
      paddingBottom: SPACE.xs,
      backgroundColor: theme.tint,
    },
    text: { flex: 1, minWidth: 160, fontSize: 13, lineHeight: 18, color: theme.text },
    link: { minHeight: TOUCH, justifyContent: "center" },
    linkText: { fontSize: 14, fontWeight: "700", color: theme.primary },
  });
