import type { ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, isRoot, listOf, pathOf, rootFrom, screenOf, type AppStage } from './app-stage.js';
import { entityViews } from './entity-view.js';
import { lines, literal } from './source-text.js';

/** Screens that the profile leads to where they have no tab. */
const MORE: ReadonlySet<string> = new Set([
  'list',
  'catalog',
  'feed',
  'dashboard',
  'calendar',
  'map',
  'timer',
  'cart',
  'favourites',
  'onboarding',
]);

/** The person's name and what they have gathered so far. */
export const profileFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const root = rootFrom(screen);
  const views = entityViews(stage.plan);
  const settings = screenOf(stage, 'settings');
  const lists = views.map((view) => ({ view, list: listOf(stage, view.entity) }));
  const login = screenOf(stage, 'login');
  const more = stage.screens.filter((one) => MORE.has(one.archetype) && !one.isTab && !isRoot(one));
  const hasLinks =
    settings !== undefined || login !== undefined || more.length > 0 || lists.some(({ list }) => list !== undefined);
  return {
    path: fileOf(screen),
    content: lines(
      hasLinks && `import { router } from "expo-router";`,
      `import { StyleSheet, Text, View } from "react-native";
`,
      `import { Avatar } from "${root}components/avatar";`,
      (settings ?? login) && `import { Button } from "${root}components/button";`,
      `import { Card } from "${root}components/card";`,
      more.length > 0 && `import { LinkRow } from "${root}components/link-row";`,
      `import { Screen } from "${root}components/screen";
import { StatTile } from "${root}components/stat-tile";
import { TextField } from "${root}components/text-field";
import { setPreferences, useCollection, usePreferences } from "${root}lib/store";
import { SPACE, type Theme, useStyles } from "${root}lib/theme";

export default function ProfileScreen() {
  const styles = useStyles(createStyles);
  const { displayName${login ? ', signedInAs' : ''} } = usePreferences();`,
      ...views.map(({ collection }) => `  const ${collection} = useCollection("${collection}");`),
      `  return (
    <Screen title="Profile">
      <Card>
        <View style={styles.top}>
          <Avatar name={displayName} size={72} />
          <View style={styles.texts}>
            <Text numberOfLines={1} style={styles.name}>
              {displayName.trim() === "" ? "Welcome" : displayName}
            </Text>
            <Text style={styles.hint}>Everything you enter stays on this device.</Text>
          </View>
        </View>
        <TextField
          label="Your name"
          value={displayName}
          onChange={(name) => setPreferences({ displayName: name })}
          placeholder="How should the app call you?"
        />`,
      login &&
        `        <Button
          icon={signedInAs === "" ? "log-in-outline" : "person-outline"}
          label={signedInAs === "" ? "Sign in" : signedInAs}
          tone="quiet"
          onPress={() => router.push("${pathOf(login)}")}
        />`,
      `      </Card>
      <View style={styles.tiles}>`,
      ...lists.map(
        ({ view, list }) => `        <StatTile
          icon=${literal(view.entity.icon)}
          value={String(${view.collection}.length)}
          label={${literal(view.entity.plural)}}${list ? `\n          onPress={() => router.push("${pathOf(list)}")}` : ''}
        />`,
      ),
      `      </View>`,
      more.length > 0 && '      <Card heading="More">',
      ...more.map(
        (one) =>
          `        <LinkRow icon=${literal(one.icon ?? 'sparkles-outline')} label={${literal(one.name)}} onPress={() => router.push("${pathOf(one)}")} />`,
      ),
      more.length > 0 && '      </Card>',
      settings &&
        `      <Button icon="settings-outline" label="Settings" tone="quiet" onPress={() => router.push("${pathOf(settings)}")} />`,
      `    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    top: { flexDirection: "row", alignItems: "center", gap: SPACE.m, marginBottom: SPACE.s },
    texts: { flex: 1, minWidth: 0, gap: SPACE.xs },
    name: { fontSize: 22, fontWeight: "800", color: theme.text },
    hint: { fontSize: 14, lineHeight: 20, color: theme.muted },
    tiles: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.m },
  });
`,
    ),
  };
};

/** Dark mode, a fresh start, and plainly what this first version does not do. */
export const settingsFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const root = rootFrom(screen);
  const { name, tagline, notes } = stage.plan;
  return {
    path: fileOf(screen),
    content: lines(
      `import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { Button } from "${root}components/button";
import { Card } from "${root}components/card";
import { ConfirmDialog } from "${root}components/confirm-dialog";
import { Screen } from "${root}components/screen";
import { SwitchRow } from "${root}components/switch-row";`,
      stage.isFinished && `import { showToast } from "${root}components/toast";`,
      `import { resetApp, setPreferences, useHasSaveFailed, usePreferences } from "${root}lib/store";
import { type Theme, useStyles, useTheme } from "${root}lib/theme";
`,
      notes.length > 0 &&
        `/** What this first version leaves out or only pretends. */\nconst NOTES = [\n${notes.map((note) => `  ${literal(note)},`).join('\n')}\n];\n`,
      `export default function SettingsScreen() {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const { appearance } = usePreferences();
  const hasSaveFailed = useHasSaveFailed();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Screen title="Settings" backTo="/">
      <Card heading="Appearance">
        <SwitchRow
          label="Dark mode"
          hint={appearance === "system" ? "Follows your device" : "Chosen for this app"}
          value={theme.isDark}
          onChange={(isDark) => setPreferences({ appearance: isDark ? "dark" : "light" })}
        />
        {appearance !== "system" && (
          <Button label="Follow the device" tone="quiet" onPress={() => setPreferences({ appearance: "system" })} />
        )}
      </Card>
      <Card heading="Your data">
        <Text style={styles.text}>Records are kept on this device and survive a restart.</Text>
        {hasSaveFailed && (
          <Text accessibilityRole="alert" style={styles.warning}>
            The last change could not be written to this device. Free some space, then change something again.
          </Text>
        )}
        <Button icon="refresh-outline" label="Reset to samples" tone="danger" onPress={() => setIsAsking(true)} />
      </Card>
      <Card heading="About">
        <Text style={styles.strong}>{${literal(name)}}</Text>
        <Text style={styles.text}>{${literal(tagline)}}</Text>
      </Card>`,
      notes.length > 0 &&
        `      <Card heading="Good to know">
        {NOTES.map((note) => (
          <Text key={note} style={styles.text}>
            {note}
          </Text>
        ))}
      </Card>`,
      `      <ConfirmDialog
        isOpen={isAsking}
        title="Reset everything?"
        message="Your own records and choices are replaced by the samples."
        confirmLabel="Reset"
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          resetApp();
          setIsAsking(false);`,
      stage.isFinished && `          showToast({ message: "The samples are back" });`,
      `        }}
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
`,
    ),
  };
};
