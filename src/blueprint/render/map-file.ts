import type { ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, openedOf, pathOf, type AppStage } from './app-stage.js';
import type { EntityView } from './entity-view.js';
import { frameOf } from './frame.js';
import { lines, literal } from './source-text.js';
import { orderName, summaryName } from './summaries-file.js';

/** A drawn map whose pins open records; it says that it is no real map. */
export const mapFile = (stage: AppStage, screen: ScreenPlan, view: EntityView): SourceFile => {
  const frame = frameOf(stage, screen);
  const { root } = frame;
  const opened = openedOf(stage, view.entity);
  return {
    path: fileOf(screen),
    content: lines(
      (opened ?? (frame.usesRouter || undefined)) && `import { router } from "expo-router";`,
      `import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { Card } from "${root}components/card";
import { DrawnMap } from "${root}components/drawn-map";`,
      frame.imports,
      `import { RecordRow } from "${root}components/record-row";
import { Screen } from "${root}components/screen";
import { useCollection } from "${root}lib/store";
import { ${orderName(view)}, ${summaryName(view)} } from "${root}lib/summaries";
import { type Theme, useStyles } from "${root}lib/theme";

export default function MapScreen() {
  const styles = useStyles(createStyles);
  const records = ${orderName(view)}(useCollection("${view.collection}"));
  const [chosenId, setChosenId] = useState<string>();
  const chosen = records.find(({ id }) => id === chosenId) ?? records[0];
  return (
    <Screen`,
      frame.attributes({ title: screen.name }),
      `    >
      <DrawnMap
        pins={records.map(({ id, ${view.title.name} }) => ({ id, label: ${view.title.name} }))}
        chosenId={chosen?.id}
        onChoose={setChosenId}
      />
      {chosen !== undefined && (
        <Card>
          <RecordRow
            icon=${literal(view.entity.icon)}
            summary={${summaryName(view)}(chosen)}`,
      opened && `            onPress={() => router.push({ pathname: "${pathOf(opened)}", params: { id: chosen.id } })}`,
      `          />
        </Card>
      )}
      <Text style={styles.hint}>A drawn map: its pins do not stand at their true places.</Text>
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    hint: { fontSize: 13, textAlign: "center", color: theme.muted },
  });
`,
    ),
  };
};

/** components/drawn-map.tsx: water, a park, streets and pins. */
export const drawnMapComponent = (): SourceFile => ({
  path: 'components/drawn-map.tsx',
  content: `import { Ionicons } from "@expo/vector-icons";
import { Pressable, StyleSheet, View } from "react-native";

import { RADIUS, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";

interface DrawnMapProps {
  pins: readonly { id: string; label: string }[];
  chosenId: string | undefined;
  onChoose: (id: string) => void;
}

const STREETS = [
  { top: "18%", turn: "-8deg" },
  { top: "46%", turn: "5deg" },
  { top: "74%", turn: "-4deg" },
  { top: "50%", turn: "82deg" },
  { top: "46%", turn: "64deg" },
  { top: "52%", turn: "104deg" },
] as const;

export function DrawnMap({ pins, chosenId, onChoose }: DrawnMapProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <View style={styles.map}>
      <View style={styles.water} />
      <View style={styles.park} />
      {STREETS.map(({ top, turn }) => (
        <View key={turn} style={[styles.street, { top, transform: [{ rotate: turn }] }]} />
      ))}
      {pins.map(({ id, label }, index) => {
        const isChosen = id === chosenId;
        return (
          <Pressable
            key={id}
            accessibilityRole="button"
            accessibilityLabel={\`Pin: \${label}\`}
            accessibilityState={{ selected: isChosen }}
            onPress={() => onChoose(id)}
            style={[styles.pin, { left: \`\${8 + ((index * 37) % 76)}%\`, top: \`\${6 + ((index * 29) % 74)}%\` }]}
          >
            <Ionicons name="location" size={isChosen ? 42 : 32} color={isChosen ? theme.danger : theme.primary} />
          </Pressable>
        );
      })}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    map: {
      height: 420,
      borderRadius: RADIUS.l,
      overflow: "hidden",
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      backgroundColor: theme.isDark ? "#1d2430" : "#ecebe4",
    },
    water: {
      position: "absolute",
      width: 320,
      height: 320,
      right: -120,
      bottom: -110,
      borderRadius: RADIUS.round,
      backgroundColor: theme.isDark ? "#173247" : "#b9dcee",
    },
    park: {
      position: "absolute",
      width: 170,
      height: 130,
      left: 28,
      top: 96,
      borderRadius: 48,
      backgroundColor: theme.isDark ? "#1e3a2a" : "#cfe5c4",
    },
    street: {
      position: "absolute",
      left: "-40%",
      width: "180%",
      height: 9,
      backgroundColor: theme.isDark ? "#333d4d" : "#ffffff",
    },
    pin: { position: "absolute", width: TOUCH, height: TOUCH, alignItems: "center", justifyContent: "center" },
  });
`,
});
