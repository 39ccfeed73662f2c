import { type ReactNode, useState } from "react";
import { StyleSheet, Text } from "react-native";

import { resetApp, setPreferences, useHasSaveFailed, usePreferences } from "../lib/store";
import { type Theme, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { ConfirmDialog } from "./confirm-dialog";
import { Screen } from "./screen";
import { SwitchRow } from "./switch-row";
import { showToast } from "./toast";

interface SettingsProps {
  title: string;
  name: string;
  tagline: string;
  notes: readonly string[];
  /** What this app lets a person choose besides. */
  children?: ReactNode;
}

/** Dark mode, a fresh start, and what this first version leaves out. */
export function Settings({ title, name, tagline, notes, children }: SettingsProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const { appearance } = usePreferences();
  const hasSaveFailed = useHasSaveFailed();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Screen title={title} backTo="/">
      <Columns>
        {children}
        <Card heading={say("appearance")}>
          <SwitchRow
            label={say("darkMode")}
            hint={appearance === "system" ? say("followsDevice") : say("chosenHere")}
            value={theme.isDark}
            onChange={(isDark) => setPreferences({ appearance: isDark ? "dark" : "light" })}
          />
          {appearance !== "system" && <Button label={say("followDevice")} tone="quiet" onPress={() => setPreferences({ appearance: "system" })} />}
        </Card>
        <Card heading={say("yourData")}>
          <Text style={styles.text}>{say("staysHere")}</Text>
          {hasSaveFailed && (
            <Text accessibilityRole="alert" style={styles.warning}>
              {say("nothingKept")}
            </Text>
          )}
          <Button icon="refresh-outline" label={say("resetSamples")} tone="danger" onPress={() => setIsAsking(true)} />
        </Card>
        <Card heading={say("about")}>
          <Text style={styles.strong}>{name}</Text>
          <Text style={styles.text}>{tagline}</Text>
        </Card>
        {notes.length > 0 && (
          <Card heading={say("goodToKnow")}>
            {notes.map((note) => (
              <Text key={note} style={styles.text}>
                {note}
              </Text>
            ))}
          </Card>
        )}
      </Columns>
      <ConfirmDialog
        isOpen={isAsking}
        title={say("resetAll")}
        message={say("resetMeans")}
        confirmLabel={say("reset")}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          resetApp();
          setIsAsking(false);
          showToast({ message: say("samplesBack") });
        }}
      />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    strong: { fontSize: 16, fontWeight: "700", color: theme.text },
    text: { fontSize: 15, lineHeight: 22, color: theme.muted },
    warning: { fontSize: 15, lineHeight: 22, color: theme.danger },
  });
