import type { SourceFile } from '../generation/app-files.js';
import { baseFiles } from './app-parts.js';
import { planApp } from './plan-app.js';

/**
 * What a page shows before anybody has said what the app shall be: the base of an app without a subject, its home still
 * empty. An app's own base then only replaces what differs, by a live update; so every module has the exports and component
 * names of the base, and the bundle already holds the kit's modules that an app begins with.
 */
export const skeletonFiles = (): readonly SourceFile[] => {
  const { files, path: home } = baseFiles(planApp({ prompt: 'A new app' }));
  const components = files.map(({ path }) => path).filter((path) => path.startsWith('components/'));
  return files.map((file) => (file.path === home ? { path: file.path, content: emptyHome(components) } : file));
};

const emptyHome = (components: readonly string[]): string => `import { Ionicons } from "@expo/vector-icons";
import { LinearGradient } from "expo-linear-gradient";
import { StyleSheet, Text } from "react-native";

${components.map((path) => `import "../../${path.replace(/\.tsx$/, '')}";`).join('\n')}
import { SPACE, type Theme, useStyles, useTheme } from "../../lib/theme";

export default function HomeScreen() {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <LinearGradient colors={theme.hero} style={styles.screen}>
      <Ionicons name="sparkles-outline" size={40} color={theme.onHero} />
      <Text style={styles.words}>Your app appears here</Text>
    </LinearGradient>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    screen: { flex: 1, alignItems: "center", justifyContent: "center", gap: SPACE.m },
    words: { color: theme.onHero, fontSize: 17 },
  });
`;
