import type { ErrorBoundaryProps } from "expo-router";
import { StyleSheet, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { EmptyState } from "./empty-state";

/** Says what went wrong and offers to try again; records are not touched. */
export function ErrorScreen({ error, retry }: ErrorBoundaryProps) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.screen}>
      <EmptyState icon="warning-outline" title={say("wentWrong")} hint={error.message}>
        <Button icon="refresh-outline" label={say("tryAgain")} onPress={() => void retry()} />
      </EmptyState>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    screen: { flex: 1, justifyContent: "center", padding: SPACE.m, backgroundColor: theme.background },
  });
