import { type ReactNode, useState } from "react";

import { resetApp, setPreferences, useHasSaveFailed, usePreferences } from "../lib/store";
import { sampleData } from "../lib/samples";
import { useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { ConfirmDialog } from "./confirm-dialog";
import { Screen } from "./screen";
import { SwitchRow } from "./switch-row";
import { showToast } from "./toast";
import { Words } from "./words";

interface SettingsProps {
  title: string;
  name: string;
  tagline: string;
  notes: readonly string[];
  /** What this app lets a person choose besides. */
  children?: ReactNode;
}

const HAS_SAMPLES = Object.values(sampleData()).some((records) => records.length > 0);

/** Dark mode, a fresh start, and what this first version leaves out. */
export function Settings({ title, name, tagline, notes, children }: SettingsProps) {
  const theme = useTheme();
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
          <Words>{say("staysHere")}</Words>
          {hasSaveFailed && <Words look="warning">{say("nothingKept")}</Words>}
          <Button icon="refresh-outline" label={say(HAS_SAMPLES ? "resetSamples" : "eraseAll")} tone="danger" onPress={() => setIsAsking(true)} />
        </Card>
        <Card heading={say("about")}>
          <Words look="strong">{name}</Words>
          <Words>{tagline}</Words>
        </Card>
        {notes.length > 0 && (
          <Card heading={say("goodToKnow")}>
            {notes.map((note) => (
              <Words key={note}>{note}</Words>
            ))}
          </Card>
        )}
      </Columns>
      <ConfirmDialog
        isOpen={isAsking}
        title={say("resetAll")}
        message={say(HAS_SAMPLES ? "resetMeans" : "eraseMeans")}
        confirmLabel={say("reset")}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          resetApp();
          setIsAsking(false);
          showToast({ message: HAS_SAMPLES ? say("samplesBack") : say("deleted", { label: say("yourData") }) });
        }}
      />
    </Screen>
  );
}
